package dev.lichen.annotation.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.queue.ReviewEntry;
import dev.lichen.annotation.queue.ReviewVerdict;
import dev.lichen.annotation.queue.Reviews;
import dev.lichen.annotation.rendering.MarkdownText;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Other people's judgements, one at a time: accept, or return with a comment that its annotator reads. */
final class ReviewForm extends Div {

    private final Reviews reviews;
    private final MarkdownText markdown;
    private final UUID me;
    private final Project project;
    private final SchemaWords names;

    ReviewForm(Reviews reviews, SchemaWords names, MarkdownText markdown, UUID me, Project project) {
        this.reviews = reviews;
        this.names = names;
        this.markdown = markdown;
        this.me = me;
        this.project = project;
        addClassName("form");
        show();
    }

    private void show() {
        removeAll();
        List<ReviewEntry> next = reviews.waiting(me, project.id(), 1);
        long counted = reviews.waiting(me, project.id());
        String waiting = counted < Reviews.MOST_COUNTED ? String.valueOf(counted) : counted + "+";
        add(Parts.panel(
                getTranslation("project.review"),
                Parts.quiet(getTranslation(next.isEmpty() ? "review.none" : "review.help", waiting))));
        next.forEach(entry -> add(judgement(entry)));
    }

    private Component judgement(ReviewEntry entry) {
        Div panel = Parts.panelled(
                getTranslation("review.of", entry.number(), entry.pseudonym()),
                Parts.quiet(getTranslation("outcome." + entry.outcome().name())));
        entry.prompt()
                .forEach(message -> panel.add(Prose.turn(markdown, message.role(), message.text(), entry.language())));
        entry.answers().stream()
                .sorted(Comparator.comparingInt(ReviewForm::place))
                .forEach(answer -> panel.add(answer(answer, entry.language())));
        if (!entry.strengths().isEmpty()) {
            panel.add(new Strengths(entry.strengths()));
        }
        panel.add(new WrittenWords(markdown, entry.words(), entry.language()), verdict(entry));
        return panel;
    }

    private static int place(ReviewEntry.Placed answer) {
        Integer tier = answer.tier();
        return tier == null ? Integer.MAX_VALUE : tier;
    }

    private Component answer(ReviewEntry.Placed answer, @Nullable String language) {
        Integer tier = answer.tier();
        String place = tier == null
                ? getTranslation("review.unranked")
                : getTranslation(answer.isAcceptable() ? "review.tier.acceptable" : "review.tier", tier);
        Article article = new Article();
        article.addClassName("placed");
        article.add(Parts.of("standing", new Span(place)), new Prose(markdown, answer.text(), language));
        String said = names.said(answer.ratings(), answer.flags());
        if (!said.isEmpty()) {
            article.add(Parts.quiet(said));
        }
        return article;
    }

    private Component verdict(ReviewEntry entry) {
        LongText reason = new LongText(3);
        ErrorLine error = new ErrorLine();
        return new Div(
                Parts.field(getTranslation("review.reason"), reason, getTranslation("review.reason.help")),
                error,
                Parts.row(
                        Parts.button(
                                getTranslation("review.accept"),
                                () -> error.attempt(() -> give(entry, ReviewVerdict.ACCEPTED, reason.getValue()))),
                        Parts.quietButton(
                                getTranslation("review.return"),
                                () -> error.attempt(() -> give(entry, ReviewVerdict.RETURNED, reason.getValue())))));
    }

    private void give(ReviewEntry entry, ReviewVerdict verdict, String reason) {
        reviews.review(me, entry.judgement(), verdict, reason);
        show();
    }
}
