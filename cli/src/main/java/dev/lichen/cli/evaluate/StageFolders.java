package dev.lichen.cli.evaluate;

import dev.lichen.FileAccessException;
import dev.lichen.evaluation.report.CurvePanel;
import dev.lichen.evaluation.report.CurvePanels;
import dev.lichen.evaluation.report.MetricsHistory;
import dev.lichen.evaluation.report.Provenance;
import dev.lichen.training.RunDirectory;
import dev.lichen.training.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;

/**
 * Reads from the run folders of stages what a report says about how they went.
 *
 * @param folders a run folder a stage, in the order of the stages; those without a run are passed over
 */
public record StageFolders(SequencedMap<String, Path> folders) {

    /** Returns the curves of every stage. */
    List<CurvePanel> curves() {
        List<CurvePanel> panels = new ArrayList<>();
        folders.forEach((stage, folder) -> panels.addAll(CurvePanels.of(stage, MetricsHistory.of(metrics(folder)))));
        return panels;
    }

    /** Returns how many steps a stage took. */
    long steps(String stage) {
        Path folder = folders.get(stage);
        return folder == null ? 0 : metrics(folder).size();
    }

    /** Returns the models and data files that went into the stages, each named once. */
    List<Provenance.Artifact> artifacts() {
        Set<Provenance.Artifact> artifacts = new LinkedHashSet<>();
        folders.forEach((stage, folder) -> {
            if (RunDirectory.holdsRun(folder)) {
                RunRecord.read(folder)
                        .hashes()
                        .forEach((name, hash) -> artifacts.add(new Provenance.Artifact(stage, name, hash)));
            }
        });
        return List.copyOf(artifacts);
    }

    private static List<String> metrics(Path folder) {
        Path file = folder.resolve("metrics.jsonl");
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new FileAccessException("read", file, e);
        }
    }
}
