package dev.lichen.evaluation.report;

import java.util.List;

/**
 * Where a report comes from, so that it can be made again.
 *
 * @param created when the report was made, ISO 8601
 * @param facts name and value: version, device, seeds, sampling settings
 * @param artifacts the models and data files that went in
 * @param times how long each stage took
 * @param configuration the resolved configuration, YAML
 */
public record Provenance(
        String created, List<Fact> facts, List<Artifact> artifacts, List<StageTime> times, String configuration) {

    public Provenance {
        facts = List.copyOf(facts);
        artifacts = List.copyOf(artifacts);
        times = List.copyOf(times);
    }

    /**
     * One thing that was set or found.
     *
     * @param name what
     * @param value what it was
     */
    public record Fact(String name, String value) {}

    /**
     * A model or a data file.
     *
     * @param role what it was used for, as {@code rankings}
     * @param name file or folder name
     * @param sha256 of its content, hexadecimal
     */
    public record Artifact(String role, String name, String sha256) {}

    /**
     * What a stage took.
     *
     * @param stage its name
     * @param seconds of wall time
     * @param steps it took, 0 where the stage has none
     */
    public record StageTime(String stage, double seconds, long steps) {}
}
