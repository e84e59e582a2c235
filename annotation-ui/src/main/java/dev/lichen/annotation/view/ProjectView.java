package dev.lichen.annotation.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.lichen.annotation.account.Access;
import dev.lichen.annotation.account.Accounts;
import dev.lichen.annotation.account.Invitations;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.exchange.PastExports;
import dev.lichen.annotation.exchange.PreparedExports;
import dev.lichen.annotation.project.AuditTrail;
import dev.lichen.annotation.project.Items;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.project.Projects;
import dev.lichen.annotation.quality.Inquiries;
import dev.lichen.annotation.quality.QualityBoard;
import dev.lichen.annotation.queue.Reviews;
import dev.lichen.annotation.queue.WorkQueue;
import dev.lichen.annotation.rendering.MarkdownText;
import dev.lichen.annotation.security.Person;
import dev.lichen.annotation.store.Ledger;
import dev.lichen.annotation.webhook.Webhooks;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.UUID;

/** What those who lead a project see of it, one part at a time. */
@Route(value = "projects/:slug/:part?", layout = ShellLayout.class)
@PermitAll
@JavaScript("context://lichen/elements.js")
@JavaScript("context://lichen/upload.js")
public final class ProjectView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final List<String> PARTS = List.of(
            "overview",
            "items",
            "quality",
            "consensus",
            "review",
            "guidelines",
            "criteria",
            "people",
            "settings",
            "export",
            "training",
            "audit");

    private final Projects projects;
    private final Items items;
    private final ItemDesk desk;
    private final Accounts accounts;
    private final Access access;
    private final Invitations invitations;
    private final MarkdownText markdown;
    private final QualityBoard quality;
    private final Inquiries inquiries;
    private final Reviews reviews;
    private final WorkQueue queue;
    private final Training training;
    private final Webhooks webhooks;
    private final AuditTrail trail;
    private final PreparedExports prepared;
    private final PastExports past;
    private final Ledger ledger;
    private final UUID me = Person.current().id();
    private String title = "Lichen";

    /** Creates the page. */
    public ProjectView(
            Projects projects,
            Items items,
            ItemDesk desk,
            Accounts accounts,
            Access access,
            Invitations invitations,
            MarkdownText markdown,
            QualityBoard quality,
            Inquiries inquiries,
            Reviews reviews,
            WorkQueue queue,
            Training training,
            Webhooks webhooks,
            AuditTrail trail,
            PreparedExports prepared,
            PastExports past,
            Ledger ledger) {
        this.projects = projects;
        this.items = items;
        this.desk = desk;
        this.accounts = accounts;
        this.access = access;
        this.invitations = invitations;
        this.markdown = markdown;
        this.quality = quality;
        this.inquiries = inquiries;
        this.reviews = reviews;
        this.queue = queue;
        this.training = training;
        this.webhooks = webhooks;
        this.trail = trail;
        this.prepared = prepared;
        this.past = past;
        this.ledger = ledger;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Project project = event.getRouteParameters()
                .get("slug")
                .flatMap(projects::find)
                .filter(found -> access.has(me, found.id(), Role.ADMIN, Role.REVIEWER, Role.AUDITOR))
                .orElseThrow(NotFoundException::new);
        String part = event.getRouteParameters().get("part").orElse(PARTS.getFirst());
        if (!partsFor(project).contains(part)) {
            throw new NotFoundException();
        }
        removeAll();
        title = project.name() + " · Lichen";
        Parts.MainPart main =
                new Parts.MainPart(Parts.heading(project.name()), tabs(project, part), content(event, project, part));
        main.addClassName("page");
        add(main);
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    /** Reviewers read; administrators and auditors see the rest, and the services decide who may change it. */
    private List<String> partsFor(Project project) {
        if (access.has(me, project.id(), Role.ADMIN)) {
            return PARTS;
        }
        return access.has(me, project.id(), Role.AUDITOR)
                ? List.of(
                        "overview",
                        "items",
                        "quality",
                        "consensus",
                        "guidelines",
                        "criteria",
                        "people",
                        "export",
                        "audit")
                : List.of("overview", "items", "quality", "consensus", "review", "guidelines", "criteria");
    }

    private Nav tabs(Project project, String part) {
        Nav tabs = new Nav();
        tabs.addClassName("tabs");
        tabs.setAriaLabel(project.name());
        partsFor(project).forEach(one -> {
            Anchor tab = new Anchor("projects/" + project.slug() + "/" + one, getTranslation("project." + one));
            if (one.equals(part)) {
                tab.getElement().setAttribute("aria-current", "page");
            }
            tabs.add(tab);
        });
        return tabs;
    }

    private boolean reviews(Project project) {
        return access.has(me, project.id(), Role.ADMIN, Role.REVIEWER);
    }

    private Component content(BeforeEnterEvent event, Project project, String part) {
        boolean leads = access.has(me, project.id(), Role.ADMIN);
        return switch (part) {
            case "items" ->
                new ItemsForm(desk.list(), me, project, event.getLocation().getQueryParameters());
            case "quality" ->
                new WhenComputed(
                        quality,
                        me,
                        project,
                        figures -> new QualityForm(figures, inquiries, me, project, reviews(project)));
            case "consensus" ->
                new WhenComputed(
                        quality,
                        me,
                        project,
                        figures -> new ConsensusForm(figures, queue, me, project, reviews(project)));
            case "review" -> new ReviewForm(reviews, markdown, me, project);
            case "guidelines" -> new GuidelinesForm(projects, markdown, me, project, leads);
            case "criteria" -> new SchemaForm(projects, me, project, leads);
            case "people" -> new PeopleForm(accounts, access, invitations, me, project.id());
            case "settings" ->
                Parts.of("form", new SettingsForm(projects, me, project), new WebhookForm(webhooks, me, project));
            case "export" -> new ExportForm(new ExportForm.Store(prepared, past, ledger), me, project);
            case "training" -> new TrainingForm(training, me, project);
            case "audit" -> new AuditForm(trail, ledger, me, project.id());
            default -> new OverviewForm(items, me, project, access);
        };
    }
}
