package dev.lichen.annotation.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.lichen.annotation.account.Access;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.account.Accounts;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.project.Projects;
import dev.lichen.annotation.security.Person;
import jakarta.annotation.security.PermitAll;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Shows people their own work: how much, how it agrees with items of known order, and each judgement to look at again. */
@Route(value = "history/:slug?", layout = ShellLayout.class)
@PermitAll
public final class HistoryView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Projects projects;
    private final Access access;
    private final Accounts accounts;
    private final OwnDesk desk;
    private final ZoneId zone = BrowserZone.of(UI.getCurrent());
    private final UUID me = Person.current().id();

    /** Creates the page. */
    public HistoryView(Projects projects, Access access, Accounts accounts, OwnDesk desk) {
        this.projects = projects;
        this.access = access;
        this.accounts = accounts;
        this.desk = desk;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        String slug = event.getRouteParameters().get("slug").orElse("");
        Parts.MainPart main = new Parts.MainPart(Parts.heading(getTranslation("history.title")));
        main.addClassName("page");
        List<Project> mine = projects.list(me).stream()
                .filter(project -> slug.isEmpty() || project.slug().equals(slug))
                .filter(project -> access.has(me, project.id(), Role.ANNOTATOR))
                .toList();
        if (mine.isEmpty()) {
            main.add(Parts.quiet(getTranslation("history.none")));
        } else {
            main.add(new GoalForm(desk.goals(), desk.paces(), me, zone));
        }
        mine.forEach(project -> main.add(panel(project)));
        add(main);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("history.title") + " · Lichen";
    }

    private Component panel(Project project) {
        Component figures = new OwnFigures(
                desk.queue().standing(me, project.id()), desk.paces().of(me, project.id(), zone));
        return Parts.panel(
                project.name(),
                questions(project),
                figures,
                new HistoryList(desk.history(), me, project),
                models(project));
    }

    /** What a lead asked about one's work; whoever is asked can answer. */
    private Component questions(Project project) {
        Div questions = new Div();
        desk.inquiries()
                .of(me, project.id())
                .forEach(inquiry -> questions.add(new InquiryForm(desk.inquiries(), me, inquiry)));
        return questions;
    }

    /** Names the runs that learned from the person's work, as far as their files are still there. */
    private Component models(Project project) {
        String pseudonym = accounts.find(me).map(Account::pseudonym).orElse("");
        String runs = desk.lineage().learnedFrom(project.id(), pseudonym).stream()
                .map(job -> job.request().name() + " ("
                        + getTranslation("job." + job.state().name()) + ")")
                .collect(Collectors.joining(", "));
        return Parts.quiet(getTranslation("history.models", runs.isEmpty() ? "–" : runs));
    }
}
