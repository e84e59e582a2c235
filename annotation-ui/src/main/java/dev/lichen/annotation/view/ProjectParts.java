package dev.lichen.annotation.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.QueryParameters;
import dev.lichen.annotation.account.Access;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.project.Projects;
import dev.lichen.annotation.quality.Quality;
import dev.lichen.annotation.rendering.MarkdownText;
import dev.lichen.annotation.webhook.Webhooks;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * Makes the parts of a project's page.
 *
 * @param desks what they ask
 * @param projects changes settings, guidelines and schemas
 * @param webhooks tells other programs
 * @param markdown renders what people wrote
 */
public record ProjectParts(Desks desks, Projects projects, Webhooks webhooks, MarkdownText markdown) {

    /**
     * What several pages of one concern ask.
     *
     * @param items of items
     * @param quality of agreement and review
     * @param people of people and their roles
     * @param record of what was done, and of exports
     * @param training of jobs and their runs
     */
    public record Desks(ItemDesk items, QualityDesk quality, PeopleDesk people, RecordDesk record, Training training) {}

    /** Returns a part as a person sees it, for what the address asks. */
    Component part(ProjectPart part, UUID me, Project project, QueryParameters asked) {
        Access access = desks.people().access();
        boolean leads = access.has(me, project.id(), Role.ADMIN);
        return switch (part) {
            case OVERVIEW -> new OverviewForm(desks.items(), me, project, access);
            case ITEMS -> new ItemsForm(desks.items().list(), me, project, asked);
            case QUALITY -> quality(me, project);
            case CONSENSUS -> consensus(me, project, leads);
            case REVIEW ->
                new ReviewForm(
                        desks.quality().reviews(),
                        SchemaWords.of(projects.schemas(project.id())),
                        markdown,
                        me,
                        project);
            case GUIDELINES -> new GuidelinesForm(projects, markdown, me, project, leads);
            case CRITERIA -> new SchemaForm(projects, me, project, leads);
            case PEOPLE -> new PeopleForm(desks.people(), me, project.id());
            case SETTINGS ->
                Parts.of("form", new SettingsForm(projects, me, project), new WebhookForm(webhooks, me, project));
            case EXPORT -> new ExportForm(desks.record(), me, project);
            case TRAINING -> new TrainingForm(desks.training(), me, project);
            case AUDIT -> new AuditForm(desks.record(), me, project.id());
        };
    }

    private Component quality(UUID me, Project project) {
        return computed(
                me,
                project,
                (figures, reviews) -> new QualityForm(figures, desks.quality().inquiries(), me, project, reviews));
    }

    private Component consensus(UUID me, Project project, boolean leads) {
        return computed(
                me,
                project,
                (figures, reviews) -> Parts.of(
                        "form",
                        new OpenItemsPanel(figures.openItems(), desks.items().handling(), me, project, leads),
                        new ConsensusForm(figures, desks.quality().queue(), me, project, reviews)));
    }

    /** Waits for the figures, and says to what is made of them whether the person reviews. */
    private Component computed(UUID me, Project project, BiFunction<Quality, Boolean, Component> content) {
        boolean reviews = desks.people().access().has(me, project.id(), Role.ADMIN, Role.REVIEWER);
        return new WhenComputed(desks.quality().board(), me, project, figures -> content.apply(figures, reviews));
    }
}
