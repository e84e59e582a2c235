package dev.lichen.evaluation.report;

import dev.lichen.evaluation.markup.Markup;

/**
 * Shows a report as one HTML page: its own style sheet, drawings inline, no script, nothing fetched.
 *
 * <p>The page forbids fetching itself, so a report from somewhere else cannot call home.
 */
public final class ReportPage {
    private ReportPage() {}

    /** Returns the page. */
    public static String render(Report report) {
        Markup page = PageFrame.open(report.title());
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
        return PageFrame.close(page);
    }
}
