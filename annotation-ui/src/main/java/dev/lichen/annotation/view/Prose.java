package dev.lichen.annotation.view;

import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import dev.lichen.annotation.rendering.MarkdownText;

/** A text that a model or a person wrote, rendered without anything that runs or is fetched. */
@JavaScript(Prose.HIGHLIGHTER)
@JavaScript("context://lichen/elements.js")
@JavaScript("context://lichen/code.js")
final class Prose extends Div {

    /** The script that colours code, from its library. */
    static final String HIGHLIGHTER = "context://webjars/highlightjs/11.11.1/highlight.min.js";

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
