package dev.lichen.annotation.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.lichen.annotation.account.Access;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.account.Accounts;
import dev.lichen.annotation.account.Goals;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.job.Lineage;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.project.Projects;
import dev.lichen.annotation.quality.Inquiries;
import dev.lichen.annotation.queue.HistoryEntry;
import dev.lichen.annotation.queue.Paces;
import dev.lichen.annotation.queue.WorkQueue;
import dev.lichen.annotation.security.Person;
import dev.lichen.annotation.store.JudgementOutcome;
import jakarta.annotation.security.PermitAll;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Shows people their own work: how much, how it agrees with items of known order, and each judgement to look at again. */
@Route(value = "history/:slug?", layout = ShellLayout.class)
@PermitAll
public final class HistoryView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int SHOWN = 200;
    private static final int LONGEST_QUESTION = 120;

    private final Projects projects;
    private final WorkQueue queue;
    private final Inquiries inquiries;
    private final Access access;
    private final Accounts accounts;
    private final Lineage lineage;
    private final Paces paces;
    private final Goals goals;
    private final ZoneId zone = BrowserZone.of(UI.getCurrent());
    private final UUID me = Person.current().id();

    /** Creates the page. */
    public HistoryView(
            Projects projects,
            WorkQueue queue,
            Inquiries inquiries,
            Access access,
            Accounts accounts,
            Lineage lineage,
            Paces paces,
            Goals goals) {
        this.inquiries = inquiries;
        this.projects = projects;
        this.queue = queue;
        this.access = access;
        this.accounts = accounts;
        this.lineage = lineage;
        this.paces = paces;
        this.goals = goals;
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
            main.add(new GoalForm(goals, paces, me, zone));
        }
        mine.forEach(project -> main.add(panel(project)));
        add(main);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("history.title") + " · Lichen";
    }

    private Component panel(Project project) {
        List<HistoryEntry> entries = queue.history(me, project.id(), 0, SHOWN);
        Component list = entries.isEmpty()
                ? Parts.quiet(getTranslation("history.none"))
                : Parts.table(
                        List.of(
                                getTranslation("history.question"),
                                getTranslation("history.outcome"),
                                getTranslation("history.when")),
                        entries.stream().map(entry -> row(project, entry)).toList());
        Component figures = new OwnFigures(queue.standing(me, project.id()), paces.of(me, project.id(), zone));
        return Parts.panel(project.name(), questions(project), figures, list, models(project));
    }

    /** What a lead asked about one's work; whoever is asked can answer. */
    private Component questions(Project project) {
        Div questions = new Div();
        inquiries.of(me, project.id()).forEach(inquiry -> questions.add(new InquiryForm(inquiries, me, inquiry)));
        return questions;
    }

    /** Names the runs that learned from the person's work, as far as their files are still there. */
    private Component models(Project project) {
        String pseudonym = accounts.find(me).map(Account::pseudonym).orElse("");
        String runs = lineage.learnedFrom(project.id(), pseudonym).stream()
                .map(job -> job.request().name() + " ("
                        + getTranslation("job." + job.state().name()) + ")")
                .collect(Collectors.joining(", "));
        return Parts.quiet(getTranslation("history.models", runs.isEmpty() ? "–" : runs));
    }

    private List<Component> row(Project project, HistoryEntry entry) {
        String start = Parts.start(entry.question(), LONGEST_QUESTION);
        boolean open = entry.outcome() != JudgementOutcome.SKIP && entry.outcome() != JudgementOutcome.FLAGGED;
        Component text =
                open ? new Anchor("work/" + project.slug() + "/" + entry.assignment(), start) : new Span(start);
        Div said = new Div(new Span(getTranslation("outcome." + entry.outcome().name())));
        if (entry.revision() > 1) {
            said.add(Parts.quiet(getTranslation("history.revision", entry.revision())));
        }
        if (entry.returnedBecause() != null) {
            said.add(Parts.quiet(getTranslation("history.returned", entry.returnedBecause())));
        }
        String when = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
                .withLocale(getLocale())
                .withZone(zone)
                .format(entry.submittedAt());
        return List.of(text, said, new Span(when));
    }
}
