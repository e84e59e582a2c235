package dev.lichen.evaluation.report;

import dev.lichen.evaluation.markup.Markup;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Opens and closes a page in the project's style: its own style sheet, drawings inline, no script, nothing fetched.
 *
 * <p>The page forbids fetching itself, so one from somewhere else cannot call home.
 */
public final class PageFrame {
    private static final String STYLE = "report.css";
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

    private PageFrame() {}

    /** Starts a page; what is added stands in its main part until {@link #close}. */
    public static Markup open(String title) {
        Markup page = Markup.document().open("html", "lang", "en");
        page.open("head")
                .open("meta", "charset", "utf-8")
                .open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .open("meta", "name", "color-scheme", "content", "light dark")
                .open("meta", "http-equiv", "Content-Security-Policy", "content", POLICY)
                .element("title", title)
                .style(style())
                .close();
        return page.open("body").open("main");
    }

    /** Ends a page and returns its text. */
    public static String close(Markup page) {
        return page.close().close().close().toString();
    }

    /** Returns the style sheet. */
    static String style() {
        try (InputStream resource = PageFrame.class.getResourceAsStream(STYLE)) {
            if (resource == null) {
                throw new IllegalStateException(STYLE + " is missing from the program");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
