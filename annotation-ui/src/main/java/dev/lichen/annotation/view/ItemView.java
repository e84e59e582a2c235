package dev.lichen.annotation.view;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.rendering.MarkdownText;
import dev.lichen.annotation.security.Person;
import jakarta.annotation.security.PermitAll;
import java.util.UUID;

/** Shows one item to those who lead, review or audit its project. */
@Route(value = "projects/:slug/items/:number", layout = ShellLayout.class)
@PermitAll
public final class ItemView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final ProjectDoor door;
    private final ItemDesk desk;
    private final MarkdownText markdown;
    private final UUID me = Person.current().id();
    private String title = "Lichen";

    /** Creates the page. */
    public ItemView(ProjectDoor door, ItemDesk desk, MarkdownText markdown) {
        this.door = door;
        this.desk = desk;
        this.markdown = markdown;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Project project = door.enter(event, me, Role.ADMIN, Role.REVIEWER, Role.AUDITOR);
        long number = event.getRouteParameters()
                .get("number")
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .filter(found -> desk.list().find(me, project.id(), found).isPresent())
                .orElseThrow(NotFoundException::new);
        removeAll();
        title = "#" + number + " · " + project.name() + " · Lichen";
        Anchor back = new Anchor("projects/" + project.slug() + "/items", getTranslation("item.back", project.name()));
        Parts.MainPart main = new Parts.MainPart(
                Parts.heading(getTranslation("item.title", number), back),
                new ItemForm(desk, door.access(), markdown, me, new ItemAddress(project, number)));
        main.addClassName("page");
        add(main);
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
