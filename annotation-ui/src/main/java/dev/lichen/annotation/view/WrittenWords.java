package dev.lichen.annotation.view;

import com.vaadin.flow.component.html.Div;
import dev.lichen.annotation.queue.Submission;
import dev.lichen.annotation.rendering.MarkdownText;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What somebody wrote with a judgement: why the item was left, a comment, a better answer. */
final class WrittenWords extends Div {

    /** What the workbench offers; a reason is one of them, and what was added to it. */
    private static final Set<String> REASONS = Set.of("language", "knowledge", "uneasy", "broken");

    WrittenWords(MarkdownText markdown, Submission.Words words, @Nullable String language) {
        String reason = words.reason();
        if (reason != null) {
            add(Parts.quiet(getTranslation("review.reason.left", reason(reason))));
        }
        said(markdown, "review.comment", words.comment(), null);
        said(markdown, "review.rewrite", words.rewrite(), language);
        setVisible(getComponentCount() > 0);
    }

    private void said(MarkdownText markdown, String title, @Nullable String text, @Nullable String language) {
        if (text != null) {
            add(Parts.quiet(getTranslation(title)), new Prose(markdown, text, language));
        }
    }

    /** The workbench sends {@code knowledge: and what was added}. */
    private String reason(String sent) {
        int colon = sent.indexOf(": ");
        String code = colon < 0 ? sent : sent.substring(0, colon);
        return REASONS.contains(code) ? getTranslation("work.skip." + code) + sent.substring(code.length()) : sent;
    }
}
