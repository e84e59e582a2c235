package dev.lichen.annotation.view;

import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.lichen.annotation.account.Access;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.project.Items;
import dev.lichen.annotation.project.Progress;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.project.ProjectSettings;
import dev.lichen.annotation.project.Projects;
import dev.lichen.annotation.queue.Standing;
import dev.lichen.annotation.queue.WorkQueue;
import dev.lichen.annotation.security.Person;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.UUID;

/** Shows the projects that a person works in, with what is left to do. */
@Route(value = "", layout = ShellLayout.class)
@PermitAll
public final class ProjectsView extends Div implements HasDynamicTitle {

    private final Projects projects;
    private final Items items;
    private final WorkQueue queue;
    private final Access access;
    private final UUID me = Person.current().id();

    /** Creates the page for the person who is signed in. */
    public ProjectsView(Projects projects, Items items, WorkQueue queue, Access access) {
        this.projects = projects;
        this.items = items;
        this.queue = queue;
        this.access = access;
        Parts.MainPart main = new Parts.MainPart(Parts.heading(getTranslation("projects.title")));
        main.addClassName("page");
        List<Project> mine = projects.list(me);
        if (mine.isEmpty()) {
            main.add(Parts.quiet(getTranslation("projects.none")));
        }
        mine.forEach(project -> main.add(card(project)));
        if (access.has(me, Access.EVERYWHERE, Role.ADMIN)) {
            main.add(newProject());
        }
        add(main);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("projects.title") + " · Lichen";
    }

    private Section card(Project project) {
        Article card = new Article(new H2(project.name()), actions(project));
        card.addClassName("project");
        if (access.has(me, project.id(), Role.ANNOTATOR)) {
            Standing own = queue.standing(me, project.id());
            card.add(Parts.quiet(getTranslation("projects.own", own.judged(), own.skipped())));
        }
        if (access.has(me, project.id(), Role.ADMIN, Role.REVIEWER, Role.AUDITOR)) {
            card.add(progress(items.progress(project.id())));
        }
        Section panel = new Section(card);
        panel.addClassName("panel");
        return panel;
    }

    private Div progress(Progress progress) {
        Element bar = new Element("progress");
        bar.setAttribute("max", String.valueOf(progress.open() + progress.full()));
        bar.setAttribute("value", String.valueOf(progress.full()));
        bar.setAttribute("aria-label", getTranslation("overview.full"));
        Div shown = new Div(Parts.quiet(
                getTranslation("projects.progress", progress.judgements(), progress.open(), progress.items())));
        if (progress.open() + progress.full() > 0) {
            shown.getElement().appendChild(bar);
        }
        return shown;
    }

    private Div actions(Project project) {
        Div actions = Parts.row();
        if (access.has(me, project.id(), Role.ADMIN, Role.REVIEWER, Role.AUDITOR)) {
            var lead = Parts.link("projects/" + project.slug(), getTranslation("projects.lead"));
            lead.addClassName("quiet");
            actions.add(lead);
        }
        if (!project.archived() && access.has(me, project.id(), Role.ANNOTATOR)) {
            actions.add(Parts.link("work/" + project.slug(), getTranslation("projects.work")));
        }
        return actions;
    }

    private NativeDetails newProject() {
        Input name = Parts.input("text", "");
        Input slug = Parts.input("text", "");
        ErrorLine error = new ErrorLine();
        Div form = Parts.of(
                "form",
                Parts.field(getTranslation("projects.new.name"), name),
                Parts.field(getTranslation("projects.new.slug"), slug, getTranslation("projects.new.slug.help")),
                error,
                Parts.row(Parts.button(
                        getTranslation("projects.new.make"),
                        () -> error.attempt(() -> make(slug.getValue().strip(), name.getValue())))));
        NativeDetails details = new NativeDetails(getTranslation("projects.new"), form);
        details.addClassName("panel");
        return details;
    }

    private void make(String slug, String name) {
        projects.create(me, slug, name.isBlank() ? slug : name, ProjectSettings.defaults());
        getUI().ifPresent(ui -> ui.navigate("projects/" + slug));
    }
}
