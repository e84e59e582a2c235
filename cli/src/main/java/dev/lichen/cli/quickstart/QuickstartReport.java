package dev.lichen.cli.quickstart;

import dev.lichen.cli.evaluate.LineDescription;
import dev.lichen.cli.world.PlantedPreference;
import dev.lichen.cli.world.SimulatedAnnotator;
import dev.lichen.cli.world.World;
import dev.lichen.cli.world.WorldRecords;
import dev.lichen.datasets.Prompt;
import dev.lichen.evaluation.Judge;
import dev.lichen.evaluation.JudgeDescription;
import dev.lichen.evaluation.RuleJudge;
import dev.lichen.evaluation.report.PreferenceSource;
import java.util.List;

/** Says of the quickstart's report who judges, whose preferences were learned, and what was not measured. */
final class QuickstartReport {

    private static final JudgeDescription PLANTED =
            new JudgeDescription("planted preference", JudgeDescription.Standing.INDEPENDENT, true);
    private static final List<String> NOT_MEASURED = List.of(
            "What people prefer: world, annotators and preference are simulated.",
            "How the policy answers questions from outside this world.",
            "Harmful requests and what the policy does with them.",
            "The spread over training seeds: this is one run; --seed makes another.");

    private QuickstartReport() {}

    static LineDescription description(QuickstartConfig config, World world) {
        return new LineDescription(
                "Lichen quickstart, seed " + config.seed(),
                List.of("pretrain", "sft", "reward", "ppo"),
                config.seed(),
                List.of(planted(world)),
                new PreferenceSource(
                        "three simulated annotators of different care",
                        true,
                        SimulatedAnnotator.all().size(),
                        config.world().rankedPrompts()),
                NOT_MEASURED);
    }

    private static Judge planted(World world) {
        return new RuleJudge(PLANTED, (prompt, answer) -> utility(world, prompt, answer), 0);
    }

    private static double utility(World world, Prompt prompt, String answer) {
        return PlantedPreference.utility(WorldRecords.taskOf(world, prompt).orElseThrow(), answer);
    }
}
