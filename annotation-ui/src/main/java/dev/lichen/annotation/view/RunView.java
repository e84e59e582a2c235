package dev.lichen.annotation.view;

import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.job.Job;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.security.Person;
import dev.lichen.annotation.text.PageTexts;
import jakarta.annotation.security.PermitAll;
import java.util.UUID;

/** Shows one run as it goes, to those who may start one. */
@Route(value = "projects/:slug/runs/:run", layout = ShellLayout.class)
@PermitAll
@JavaScript("context://lichen/elements.js")
@JavaScript("context://lichen/run-chart.js")
@JavaScript("context://lichen/run-watch.js")
@JavaScript("context://lichen/run.js")
public final class RunView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final ProjectDoor door;
    private final Training training;
    private final PageTexts texts;
    private final UUID me = Person.current().id();
    private String title = "Lichen";

    /** Creates the page. */
    public RunView(ProjectDoor door, Training training, PageTexts texts) {
        this.door = door;
        this.training = training;
        this.texts = texts;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Project project = door.enter(event, me, Role.ADMIN);
        String run = event.getRouteParameters().get("run").orElse("");
        Job job = training.jobs().find(project.id(), run).orElseThrow(NotFoundException::new);
        removeAll();
        title = run + " · Lichen";
        Anchor back =
                new Anchor("projects/" + project.slug() + "/training", getTranslation("run.back", project.name()));
        Parts.MainPart main = new Parts.MainPart(
                Parts.heading(run, back),
                new RunForm(training, me, project, job, texts.startingWith("run.", getLocale())));
        main.addClassName("page");
        add(main);
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
