package dev.lichen.cli.command;

import dev.lichen.sft.PretrainConfig;
import dev.lichen.sft.PretrainStage;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Train a base model on text. */
@Command(
        name = "pretrain",
        description = "Train a base model on text.",
        footer = {
            "",
            "Example:",
            "  lichen pretrain --set data.text=corpus.jsonl --set start.tokenizer=models/tokenizer --run-dir runs/base"
        })
final class PretrainCommand implements Callable<Integer> {

    @Mixin
    private RunOptions options = new RunOptions();

    @Mixin
    private Printer printer = new Printer();

    @Override
    public Integer call() {
        PretrainConfig config = options.resolve(PretrainConfig.defaults());
        return options.run(environment -> PretrainStage.run(config, environment), printer);
    }
}
