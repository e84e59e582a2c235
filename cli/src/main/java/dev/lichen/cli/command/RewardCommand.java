package dev.lichen.cli.command;

import dev.lichen.rewardmodel.RewardConfig;
import dev.lichen.rewardmodel.RewardStage;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Train a reward model on rankings. */
@Command(
        name = "reward",
        description = "Train a reward model on rankings.",
        footer = {
            "",
            "Example:",
            "  lichen reward --set model=runs/sft/model --set data.rankings=rankings.jsonl --run-dir runs/reward"
        })
final class RewardCommand implements Callable<Integer> {

    @Mixin
    private RunOptions options = new RunOptions();

    @Mixin
    private Printer printer = new Printer();

    @Override
    public Integer call() {
        RewardConfig config = options.resolve(RewardConfig.defaults());
        return options.run(environment -> RewardStage.run(config, environment), printer);
    }
}
