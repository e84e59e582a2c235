package dev.lichen.evaluation.report;

import java.util.List;

/**
 * Everything a report says, as data; {@link ReportPage} and {@link ReportJson} are two views of it.
 *
 * @param title what was run, in a few words
 * @param headline the verdict
 * @param evidence what was measured
 * @param training how the stages went, panel by panel
 * @param samples answers side by side, group by group, each group chosen by a stated rule
 * @param notMeasured what a reader might expect and will not find, a sentence each
 * @param provenance where all of it comes from
 * @param runs headlines of this and other runs, for comparison; empty where there is one run
 */
public record Report(
        String title,
        Headline headline,
        Evidence evidence,
        List<CurvePanel> training,
        List<SampleGroup> samples,
        List<String> notMeasured,
        Provenance provenance,
        List<RunHeadline> runs) {

    public Report {
        training = List.copyOf(training);
        samples = List.copyOf(samples);
        notMeasured = List.copyOf(notMeasured);
        runs = List.copyOf(runs);
    }

    /** Makes a report of one run; the verdict follows from the evidence. */
    public static Report of(
            String title,
            Evidence evidence,
            List<CurvePanel> training,
            List<SampleGroup> samples,
            List<String> notMeasured,
            Provenance provenance) {
        return new Report(
                title, Headline.of(evidence), evidence, training, samples, notMeasured, provenance, List.of());
    }

    /** Returns this report with several runs' headlines side by side. */
    public Report beside(List<RunHeadline> headlines) {
        return new Report(title, headline, evidence, training, samples, notMeasured, provenance, headlines);
    }
}
