package dev.lichen.evaluation.report;

import dev.lichen.datasets.statistics.Outcome;
import java.util.List;

/** Small reports for tests. */
final class Reports {
    private Reports() {}

    /** Returns a report in which nothing was measured. */
    static Report empty() {
        return report(List.of());
    }

    /** Returns a report with one sample that says this, everywhere where a text can be put. */
    static Report saying(String text) {
        Sample.Spoken spoken = new Sample.Spoken(text, text, 1, false, -0.5);
        Sample sample = new Sample(
                text, text, text, 1, List.of(new Sample.Turn("user", text)), spoken, spoken, Outcome.Result.TIE);
        return new Report(
                text,
                new Headline(Finding.NOT_MEASURED, text + ": " + text, List.of(text)),
                new Evidence(new PreferenceSource(text, false, 0, 0), List.of(), null, null),
                List.of(),
                List.of(new SampleGroup(text, text, List.of(sample))),
                List.of(text),
                new Provenance(
                        text,
                        List.of(new Provenance.Fact(text, text)),
                        List.of(new Provenance.Artifact(text, text, text)),
                        List.of(new Provenance.StageTime(text, 1, 0)),
                        text),
                List.of());
    }

    private static Report report(List<SampleGroup> samples) {
        return Report.of(
                "Nothing",
                new Evidence(new PreferenceSource("nobody", false, 0, 0), List.of(), null, null),
                List.of(),
                samples,
                List.of(),
                new Provenance("2026-01-02T03:04:05Z", List.of(), List.of(), List.of(), ""));
    }
}
