package dev.lichen.evaluation.markup;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Builds well-formed HTML or SVG text: elements are opened and closed in order, and all text is escaped.
 *
 * <p>There is no way to add raw text except {@link #style(String)}, which takes the project's own style sheet.
 */
public final class Markup {
    private static final Set<String> VOID_ELEMENTS = Set.of("meta", "br", "hr", "col");
    private static final Set<String> BLOCKS = Set.of(
            "head",
            "body",
            "main",
            "header",
            "section",
            "article",
            "nav",
            "footer",
            "figure",
            "figcaption",
            "table",
            "thead",
            "tbody",
            "tr",
            "caption",
            "dl",
            "ul",
            "ol",
            "li",
            "p",
            "h1",
            "h2",
            "h3",
            "h4",
            "div",
            "details");

    private final StringBuilder text = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    private Markup() {}

    /** Starts an empty fragment. */
    public static Markup fragment() {
        return new Markup();
    }

    /** Starts an HTML document with its document type. */
    public static Markup document() {
        Markup markup = new Markup();
        markup.text.append("<!DOCTYPE html>\n");
        return markup;
    }

    /** Opens an element; attributes are names and values in turn. */
    public Markup open(String tag, String... attributes) {
        if (attributes.length % 2 != 0) {
            throw new IllegalArgumentException("attributes of <" + tag + "> must be names and values in turn");
        }
        text.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ').append(attributes[i]).append("=\"");
            text.append(VisibleText.attribute(attributes[i + 1])).append('"');
        }
        text.append('>');
        if (!VOID_ELEMENTS.contains(tag)) {
            open.push(tag);
        }
        return this;
    }

    /** Closes the element opened last. */
    public Markup close() {
        if (open.isEmpty()) {
            throw new IllegalStateException("no element is open");
        }
        String tag = open.pop();
        text.append("</").append(tag).append('>');
        if (BLOCKS.contains(tag)) {
            text.append('\n');
        }
        return this;
    }

    /** Adds text, escaped. */
    public Markup text(String content) {
        text.append(VisibleText.content(content));
        return this;
    }

    /** Adds an element that holds text only. */
    public Markup element(String tag, String content, String... attributes) {
        return open(tag, attributes).text(content).close();
    }

    /** Adds an element that holds nothing, as most shapes of a drawing. */
    public Markup empty(String tag, String... attributes) {
        return open(tag, attributes).close();
    }

    /** Adds a finished fragment. */
    public Markup add(Markup fragment) {
        text.append(fragment);
        return this;
    }

    /** Adds a style element; the sheet must not be able to end it. */
    public Markup style(String sheet) {
        if (sheet.contains("</")) {
            throw new IllegalArgumentException("a style sheet must not hold a closing tag");
        }
        text.append("<style>\n").append(sheet).append("</style>\n");
        return this;
    }

    /** Returns the text; every element must be closed. */
    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("<" + open.peek() + "> is not closed");
        }
        return text.toString();
    }
}
