package dev.lichen.cli.command;

import dev.lichen.cli.align.AlignConfig;
import dev.lichen.cli.align.Alignment;
import dev.lichen.cli.pipeline.LineFolders;
import dev.lichen.training.Outcome;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Aligns a model with people's rankings. */
@Command(
        name = "align",
        description = {
            "Align a model with people's rankings: fine-tuning, reward model, PPO, evaluation, report.",
            "Each stage can be stopped; the same command goes on where it stopped."
        },
        footer = {
            "",
            "Example:",
            "  lichen align recipes/smollm2-hh.yaml --set data.rankings=harmless-base-test.jsonl --run-dir runs/hh"
        })
final class AlignCommand implements Callable<Integer> {

    @Parameters(paramLabel = "RECIPE.yaml", description = "The settings; see recipes/.")
    private Path recipe = Path.of("");

    @Mixin
    private LineOptions options = new LineOptions();

    @Mixin
    private Printer printer = new Printer();

    @Override
    public Integer call() {
        AlignConfig config = options.resolve(AlignConfig.defaults(), recipe);
        String name = String.valueOf(recipe.getFileName()).replaceFirst("\\.ya?ml$", "");
        LineFolders folders = new LineFolders(options.folderOr(Path.of("runs", name)));
        Outcome outcome = options.untilStopped(ComputeOptions::fast, line -> Alignment.run(config, folders, line));
        LineResult result = LineResult.of(folders, outcome);
        printer.print(result, result.text());
        return 0;
    }
}
