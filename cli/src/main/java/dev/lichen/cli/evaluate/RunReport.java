package dev.lichen.cli.evaluate;

import dev.lichen.cli.pipeline.StageManifest;
import dev.lichen.cli.stage.Versions;
import dev.lichen.evaluation.report.Evidence;
import dev.lichen.evaluation.report.Provenance;
import dev.lichen.evaluation.report.Report;
import dev.lichen.evaluation.report.ReportJson;
import dev.lichen.evaluation.report.ReportPage;
import dev.lichen.evaluation.report.SampleGroup;
import dev.lichen.lm.checkpoint.AtomicWrite;
import dev.lichen.training.config.Configs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts together everything that a report says and writes it as {@code report.json} and {@code report.html}.
 *
 * @param title what was run, in a few words
 * @param stages where the stages' curves and hashes are
 * @param manifest how long the stages took
 * @param config the resolved configuration
 * @param facts what was set or found, besides the versions
 */
public record RunReport(
        String title, StageFolders stages, StageManifest manifest, Record config, List<Provenance.Fact> facts) {

    private static final String JSON = "report.json";
    private static final String PAGE = "report.html";

    public RunReport {
        facts = List.copyOf(facts);
    }

    /** Returns the report of what was measured. */
    public Report of(Evidence evidence, List<SampleGroup> samples, List<String> notMeasured, Clock clock) {
        return Report.of(title, evidence, stages.curves(), samples, notMeasured, provenance(clock));
    }

    private Provenance provenance(Clock clock) {
        List<Provenance.Fact> all = new ArrayList<>(facts);
        Versions.all().forEach((name, version) -> all.add(new Provenance.Fact(name, version)));
        return new Provenance(
                clock.instant().toString(),
                all,
                stages.artifacts(),
                times(manifest.entries(), stages),
                Configs.write(config));
    }

    /** Returns a report with the stages' times as they are now known. */
    public static Report withTimes(Report report, List<StageManifest.Entry> entries, StageFolders stages) {
        Provenance before = report.provenance();
        Provenance provenance = new Provenance(
                before.created(), before.facts(), before.artifacts(), times(entries, stages), before.configuration());
        return new Report(
                report.title(),
                report.headline(),
                report.evidence(),
                report.training(),
                report.samples(),
                report.notMeasured(),
                provenance,
                report.runs());
    }

    private static List<Provenance.StageTime> times(List<StageManifest.Entry> entries, StageFolders stages) {
        return entries.stream()
                .map(entry -> new Provenance.StageTime(entry.name(), entry.seconds(), stages.steps(entry.name())))
                .toList();
    }

    /** Writes a report's data; {@link #writePage} makes the page of it. */
    public static void writeData(Path folder, Report report) {
        AtomicWrite.file(folder.resolve(JSON), path -> Files.writeString(path, ReportJson.write(report)));
    }

    /** Writes a report's page and returns where it is. */
    public static Path writePage(Path folder, Report report) {
        Path page = folder.resolve(PAGE);
        AtomicWrite.file(page, path -> Files.writeString(path, ReportPage.render(report)));
        return page;
    }

    /** Reads the report of a folder. */
    public static Report read(Path folder) {
        Path file = folder.resolve(JSON);
        return ReportJson.read(ReportFiles.text(file), file.toString());
    }
}
