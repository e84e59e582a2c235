package dev.lichen.evaluation.report;

import dev.lichen.evaluation.markup.Markup;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Shows a report as one HTML page: its own style sheet, drawings inline, no script, nothing fetched.
 *
 * <p>The page forbids fetching itself, so a report from somewhere else cannot call home.
 */
public final class ReportPage {
    private static final String STYLE = "report.css";
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

    private ReportPage() {}

    /** Returns the page. */
    public static String render(Report report) {
        Markup page = Markup.document().open("html", "lang", "en");
        head(page, report);
        page.open("body").open("main");
        HeadlineSection.add(page, report);
        RunsSection.add(page, report.runs());
        WinRateSection.add(page, report.evidence().winRates());
        MovementSection.add(page, report.evidence().movement());
        RewardModelSection.add(
                page, report.evidence().rewardModel(), report.evidence().preferences());
        SamplesSection.add(page, report.samples());
        TrainingSection.add(page, report.training());
        NotMeasuredSection.add(page, report.notMeasured());
        ProvenanceSection.add(page, report);
        return page.close().close().close().toString();
    }

    private static void head(Markup page, Report report) {
        page.open("head")
                .open("meta", "charset", "utf-8")
                .open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .open("meta", "name", "color-scheme", "content", "light dark")
                .open("meta", "http-equiv", "Content-Security-Policy", "content", POLICY)
                .element("title", report.title())
                .style(style())
                .close();
    }

    /** Returns the style sheet. */
    static String style() {
        try (InputStream resource = ReportPage.class.getResourceAsStream(STYLE)) {
            if (resource == null) {
                throw new IllegalStateException(STYLE + " is missing from the program");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
