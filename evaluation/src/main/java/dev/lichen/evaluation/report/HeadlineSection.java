package dev.lichen.evaluation.report;

import dev.lichen.evaluation.markup.Markup;
import java.util.Locale;

/** The verdict, first on the page. */
final class HeadlineSection {
    private HeadlineSection() {}

    static void add(Markup page, Report report) {
        Headline headline = report.headline();
        page.open("header");
        page.element("p", "Lichen alignment report", "class", "kicker");
        page.element("h1", report.title());
        page.open("div", "class", "verdict " + headline.finding().name().toLowerCase(Locale.ROOT));
        addSentence(page, headline.sentence());
        page.close();
        addReservations(page, headline);
        addContents(page, report);
        page.close();
    }

    /** Sets off what comes before the colon: it is the verdict, the rest are its numbers. */
    private static void addSentence(Markup page, String sentence) {
        int end = sentence.indexOf(": ") + 1;
        page.open("p", "class", "sentence");
        page.element("strong", sentence.substring(0, end));
        page.text(sentence.substring(end)).close();
    }

    private static void addReservations(Markup page, Headline headline) {
        if (headline.reservations().isEmpty()) {
            return;
        }
        page.open("ul", "class", "reservations");
        headline.reservations().forEach(reservation -> page.element("li", reservation));
        page.close();
    }

    private static void addContents(Markup page, Report report) {
        page.open("nav", "aria-label", "Contents").open("ul");
        if (!report.runs().isEmpty()) {
            link(page, "runs", "Runs");
        }
        link(page, "win-rates", "Win rates");
        link(page, "movement", "Movement");
        link(page, "reward-model", "Reward model");
        link(page, "samples", "Samples");
        link(page, "training", "Training");
        link(page, "not-measured", "Not measured");
        link(page, "provenance", "Provenance");
        page.close().close();
    }

    private static void link(Markup page, String id, String text) {
        page.open("li").element("a", text, "href", "#" + id).close();
    }
}
