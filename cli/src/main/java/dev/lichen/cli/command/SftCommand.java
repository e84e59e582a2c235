package dev.lichen.cli.command;

import dev.lichen.sft.SftConfig;
import dev.lichen.sft.SftStage;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Fine-tune a model on demonstrations. */
@Command(
        name = "sft",
        description = "Fine-tune a model on demonstrations.",
        footer = {
            "",
            "Example:",
            "  lichen sft --set model=models/smollm2 --set data.demonstrations=demonstrations.jsonl --run-dir runs/sft"
        })
final class SftCommand implements Callable<Integer> {

    @Mixin
    private RunOptions options = new RunOptions();

    @Mixin
    private Printer printer = new Printer();

    @Override
    public Integer call() {
        SftConfig config = options.resolve(SftConfig.defaults());
        return options.run(environment -> SftStage.run(config, environment), printer);
    }
}
