package dev.lichen.cli.evaluate;

import dev.lichen.evaluation.Judge;
import dev.lichen.evaluation.report.PreferenceSource;
import java.util.List;

/**
 * Says what a line's report must tell beside its measurements.
 *
 * @param title what was run, in a few words
 * @param stages the names of the stages with run folders, in order
 * @param seed that the line's random numbers derive from
 * @param judges those that no stage was trained against, the most telling first; the reward model judges after them
 * @param preferences whose preferences the reward model learned
 * @param notMeasured what a reader might expect and will not find, a sentence each
 */
public record LineDescription(
        String title,
        List<String> stages,
        long seed,
        List<Judge> judges,
        PreferenceSource preferences,
        List<String> notMeasured) {

    public LineDescription {
        stages = List.copyOf(stages);
        judges = List.copyOf(judges);
        notMeasured = List.copyOf(notMeasured);
    }
}
