package dev.lichen.cli.command;

import dev.lichen.cli.uncertainty.UncertaintyConfig;
import dev.lichen.cli.uncertainty.UncertaintyStage;
import dev.lichen.training.Outcome;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says where a reward model is unsure. */
@Command(
        name = "uncertainty",
        description = {
            "Say how unsure a reward model is about the order of each item's answers.",
            "The run folder gets uncertainty.jsonl: the items, each with uncertainty, from 0 (sure) to 1 bit (no idea), by"
                    + " which the annotation app can choose what people rank next."
        },
        footer = {
            "",
            "Example:",
            "  lichen uncertainty --set model=runs/reward/model --set items=items.jsonl --run-dir runs/unsure"
        })
final class UncertaintyCommand implements Callable<Integer> {

    @Mixin
    private RunOptions options = new RunOptions();

    @Mixin
    private Printer printer = new Printer();

    @Override
    public Integer call() {
        UncertaintyConfig config = options.resolve(UncertaintyConfig.defaults());
        Outcome outcome = options.run(environment -> UncertaintyStage.run(config, environment));
        String run = options.folder().toString();
        if (outcome == Outcome.DONE) {
            String items = options.folder().resolve(UncertaintyStage.SCORED).toString();
            printer.print(
                    Map.of("run", run, "state", "done", "items", items), run + ": done; the items are in " + items);
        } else {
            printer.print(
                    Map.of("run", run, "state", "interrupted"),
                    run + ": stopped as asked; the same command with --resume begins again");
        }
        return 0;
    }
}
