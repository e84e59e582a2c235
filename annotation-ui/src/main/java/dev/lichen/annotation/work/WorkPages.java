package dev.lichen.annotation.work;

import com.vaadin.flow.i18n.I18NProvider;
import dev.lichen.annotation.project.AnswerSchema;
import dev.lichen.annotation.project.Guideline;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.project.Projects;
import dev.lichen.annotation.queue.Draft;
import dev.lichen.annotation.queue.Reviews;
import dev.lichen.annotation.queue.ShownAnswer;
import dev.lichen.annotation.queue.Standing;
import dev.lichen.annotation.queue.WorkItem;
import dev.lichen.annotation.rendering.MarkdownText;
import dev.lichen.annotation.store.CanonicalJson;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes the page of an item: everything rendered, in the reader's language, and nothing that unblinds. */
public final class WorkPages {

    private final Projects projects;
    private final Reviews reviews;
    private final MarkdownText markdown;
    private final I18NProvider texts;

    /** Creates the pages over what they show. */
    public WorkPages(Projects projects, Reviews reviews, MarkdownText markdown, I18NProvider texts) {
        this.projects = projects;
        this.reviews = reviews;
        this.markdown = markdown;
        this.texts = texts;
    }

    WorkPage page(WorkItem item, Project project, Standing standing, Today today, Locale locale) {
        List<Guideline> guidelines = projects.guidelines(project.id());
        Guideline rules = guidelines.stream()
                .filter(one -> one.version() == item.guidelineVersion())
                .findFirst()
                .orElse(guidelines.getFirst());
        return new WorkPage(
                item.assignment(),
                project.name(),
                texts.getTranslation(
                        item.training() ? "work.progress.training" : "work.progress", locale, standing.judged()),
                today,
                item.language(),
                item.previous()
                        .flatMap(_ -> reviews.returnedBecause(item.assignment()))
                        .orElse(null),
                item.prompt().stream()
                        .map(message -> new WorkPage.Turn(message.role().jsonName(), markdown.html(message.text())))
                        .toList(),
                item.answers().stream().map(this::choice).toList(),
                new WorkPage.Rules(rules.version(), markdown.html(rules.markdown())),
                item.schema().flags().stream()
                        .map(flag ->
                                new WorkPage.Named(flag.code(), item.schema().name(flag.code(), locale.getLanguage())))
                        .toList(),
                item.schema().criteria().stream()
                        .map(criterion -> scale(criterion, item.schema().name(criterion.code(), locale.getLanguage())))
                        .toList(),
                draft(item),
                item.previous().isPresent() ? 1 : 0,
                item.training());
    }

    private WorkPage.Choice choice(ShownAnswer answer) {
        return new WorkPage.Choice(answer.label(), answer.text(), markdown.html(answer.text()));
    }

    private static WorkPage.Scale scale(AnswerSchema.Criterion criterion, String name) {
        return new WorkPage.Scale(criterion.code(), name, criterion.lowest(), criterion.highest());
    }

    /** Returns the draft, or for a correction the judgement as it stands, in the page's own form. */
    private static WorkPage.@Nullable SavedDraft draft(WorkItem item) {
        if (item.previous().isPresent()) {
            List<String> letters =
                    item.answers().stream().map(ShownAnswer::label).toList();
            return new WorkPage.SavedDraft(
                    CanonicalJson.write(new WorkState(item.previous().get(), letters).json()), 0);
        }
        return item.draft().map(WorkPages::saved).orElse(null);
    }

    private static WorkPage.SavedDraft saved(Draft draft) {
        return new WorkPage.SavedDraft(draft.body(), draft.revision());
    }
}
