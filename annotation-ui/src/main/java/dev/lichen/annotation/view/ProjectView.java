package dev.lichen.annotation.view;

import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.security.Person;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What those who lead, review or audit a project see of it, one part at a time. */
@Route(value = "projects/:slug/:part?", layout = ShellLayout.class)
@PermitAll
@JavaScript("context://lichen/elements.js")
@JavaScript("context://lichen/upload.js")
public final class ProjectView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final ProjectDoor door;
    private final ProjectParts parts;
    private final UUID me = Person.current().id();
    private String title = "Lichen";

    /** Creates the page. */
    public ProjectView(ProjectDoor door, ProjectParts parts) {
        this.door = door;
        this.parts = parts;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Project project = door.enter(event, me, Role.ADMIN, Role.REVIEWER, Role.AUDITOR);
        String word = event.getRouteParameters().get("part").orElse(ProjectPart.OVERVIEW.word());
        List<ProjectPart> seen = partsFor(project);
        ProjectPart part =
                seen.stream().filter(one -> one.word().equals(word)).findFirst().orElseThrow(NotFoundException::new);
        removeAll();
        title = project.name() + " · Lichen";
        Parts.MainPart main = new Parts.MainPart(
                Parts.heading(project.name()),
                tabs(project, seen, part),
                parts.part(part, me, project, event.getLocation().getQueryParameters()));
        main.addClassName("page");
        add(main);
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private List<ProjectPart> partsFor(Project project) {
        return Stream.of(ProjectPart.values())
                .filter(part -> door.access().has(me, project.id(), part.readers()))
                .toList();
    }

    private Nav tabs(Project project, List<ProjectPart> seen, ProjectPart current) {
        Nav tabs = new Nav();
        tabs.addClassName("tabs");
        tabs.setAriaLabel(project.name());
        seen.forEach(one -> {
            String address = "projects/" + project.slug() + "/" + one.word();
            Anchor tab = new Anchor(address, getTranslation("project." + one.word()));
            if (one == current) {
                tab.getElement().setAttribute("aria-current", "page");
            }
            tabs.add(tab);
        });
        return tabs;
    }
}
