package dev.lichen.annotation.view;

import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.lichen.annotation.rendering.MarkdownText;
import dev.lichen.datasets.Role;
import org.jspecify.annotations.Nullable;

/** A text that a model or a person wrote, rendered without anything that runs or is fetched. */
@JavaScript(Prose.HIGHLIGHTER)
@JavaScript("context://lichen/elements.js")
@JavaScript("context://lichen/code.js")
final class Prose extends Div {

    /** The script that colours code, from its library. */
    static final String HIGHLIGHTER = "context://webjars/highlightjs/11.11.1/highlight.min.js";

    /** Shows a text in a language that is known, by its tag, or not. */
    Prose(MarkdownText markdown, String text, @Nullable String language) {
        this(markdown, text);
        if (language != null) {
            getElement().setAttribute("lang", language);
        }
    }

    /** Shows a message of a question with who says it. */
    static Div turn(MarkdownText markdown, Role role, String text, @Nullable String language) {
        Div turn = Parts.of("turn");
        turn.add(new Span(turn.getTranslation("work.role." + role.jsonName())), new Prose(markdown, text, language));
        return turn;
    }

    Prose(MarkdownText markdown, String text) {
        addClassName("prose");
        getElement().setProperty("innerHTML", markdown.html(text));
        getElement()
                .executeJs(
                        "LichenCode.dress(this, {copy: $0, copied: $1})",
                        getTranslation("work.copy"),
                        getTranslation("work.copied"));
    }
}
