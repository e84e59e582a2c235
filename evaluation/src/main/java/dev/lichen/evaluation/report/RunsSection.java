package dev.lichen.evaluation.report;

import dev.lichen.evaluation.Measured;
import dev.lichen.evaluation.markup.Markup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Several runs, a line each. */
final class RunsSection {
    private static final String NONE = "\u2014";
    private static final String KL = "KL (nats a sequence)";

    private RunsSection() {}

    static void add(Markup page, List<RunHeadline> runs) {
        if (runs.isEmpty()) {
            return;
        }
        Sections.open(page, "runs", "Runs side by side");
        Sections.openTable(page, "The deciding figures of each run, with intervals", "runs");
        Sections.head(page, "Run", "Verdict", "Win rate", "Judge", KL, "Reward model accuracy");
        page.open("tbody");
        runs.forEach(run -> addRun(page, run));
        page.close().close().close();
        Sections.note(page, "Rates by different judges, or on different prompts, cannot be compared with one another.");
        page.close();
    }

    private static void addRun(Markup page, RunHeadline run) {
        page.open("tr").element("th", run.run(), "scope", "row");
        cell(page, "Verdict", run.finding().label());
        cell(page, "Win rate", rate(run.winRate()));
        cell(page, "Judge", run.judge() == null ? NONE : run.judge());
        cell(page, KL, run.kl() == null ? NONE : Figures.number(run.kl()) + " (" + Figures.interval(run.kl()) + ")");
        cell(page, "Reward model accuracy", rate(run.rewardModelAccuracy()));
        page.close();
    }

    private static void cell(Markup page, String column, String text) {
        page.element("td", text, "class", "number", "data-column", column); // shown where the head is not
    }

    private static String rate(@Nullable Measured rate) {
        return rate == null ? NONE : Figures.percent(rate) + " (" + Figures.percentInterval(rate) + ")";
    }
}
