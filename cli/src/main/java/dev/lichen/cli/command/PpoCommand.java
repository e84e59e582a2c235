package dev.lichen.cli.command;

import dev.lichen.ppo.PpoConfig;
import dev.lichen.ppo.PpoStage;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Let a policy follow a reward model by PPO. */
@Command(
        name = "ppo",
        description = "Let a policy follow a reward model by PPO.",
        footer = {
            "",
            "Example:",
            "  lichen ppo --set models.policy=runs/sft/model --set models.reward=runs/reward/model --run-dir runs/ppo"
        })
final class PpoCommand implements Callable<Integer> {

    @Mixin
    private RunOptions options = new RunOptions();

    @Mixin
    private Printer printer = new Printer();

    @Override
    public Integer call() {
        PpoConfig config = options.resolve(PpoConfig.defaults());
        return options.run(environment -> PpoStage.run(config, environment), printer);
    }
}
