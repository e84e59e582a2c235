package dev.lichen.cli.command;

import dev.lichen.cli.pipeline.LineFolders;
import dev.lichen.cli.quickstart.Quickstart;
import dev.lichen.cli.quickstart.QuickstartConfig;
import dev.lichen.training.Outcome;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the whole line in minutes, from nothing. */
@Command(
        name = "quickstart",
        description = {
            "Run the whole line in minutes, from nothing: base model, fine-tuning, rankings, reward model, PPO, report.",
            "The world, its people and their preference are simulated. The same command goes on after an interruption."
        },
        footer = {"", "Example:", "  lichen quickstart --seed 2"})
final class QuickstartCommand implements Callable<Integer> {

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Another seed, another run (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Mixin
    private LineOptions options = new LineOptions();

    @Mixin
    private Printer printer = new Printer();

    @Override
    public Integer call() {
        LineFolders folders = new LineFolders(options.folderOr(Path.of("runs", "quickstart-" + seed)));
        QuickstartConfig config = options.resolve(QuickstartConfig.defaults(folders, seed));
        Outcome outcome = options.untilStopped(ComputeOptions::exact, line -> Quickstart.run(config, folders, line));
        LineResult result = LineResult.of(folders, outcome);
        printer.print(result, result.text());
        return 0;
    }
}
