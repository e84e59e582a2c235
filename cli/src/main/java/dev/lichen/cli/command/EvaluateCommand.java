package dev.lichen.cli.command;

import dev.lichen.cli.evaluate.EvaluationConfig;
import dev.lichen.cli.evaluate.LineSummary;
import dev.lichen.cli.evaluate.ModelEvaluation;
import dev.lichen.evaluation.report.Report;
import dev.lichen.training.config.Configs;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares two models on held-out prompts, by a reward model. */
@Command(
        name = "evaluate",
        description = {
            "Compare two models on held-out prompts by a reward model: win rate with interval, KL, lengths, samples.",
            "Writes report.json and report.html."
        },
        footer = {
            "",
            "Example:",
            "  lichen evaluate --candidate runs/hh/ppo/model --baseline runs/hh/sft/model \\",
            "    --reward-model runs/hh/reward/model --prompts prompts.jsonl --to runs/comparison"
        })
final class EvaluateCommand implements Callable<Integer> {

    @Option(names = "--candidate", required = true, paramLabel = "DIR", description = "The new model.")
    private Path candidate = Path.of("");

    @Option(names = "--baseline", required = true, paramLabel = "DIR", description = "The model it is compared with.")
    private Path baseline = Path.of("");

    @Option(
            names = "--reward-model",
            required = true,
            paramLabel = "DIR",
            description = "The reward model that judges.")
    private Path reward = Path.of("");

    @Option(names = "--prompts", required = true, paramLabel = "FILE", description = "Prompts held out from training.")
    private Path prompts = Path.of("");

    @Option(
            names = "--rankings",
            paramLabel = "FILE",
            description = "Held-out rankings on which the reward model itself is measured.")
    private @Nullable Path rankings;

    @Option(names = "--to", required = true, paramLabel = "DIR", description = "Folder for the report.")
    private Path target = Path.of("");

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Set one key, as prompts=100; repeatable.")
    private List<String> assignments = List.of();

    @Mixin
    private ComputeOptions computeOptions = new ComputeOptions();

    @Mixin
    private Printer printer = new Printer();

    @Override
    public Integer call() {
        EvaluationConfig config = Configs.resolve(EvaluationConfig.defaults(), List.of(), assignments);
        ModelEvaluation evaluation = new ModelEvaluation(candidate, baseline, reward, config, computeOptions.fast());
        Report report = evaluation.report(prompts, rankings, Clock.systemUTC());
        Path page = ModelEvaluation.write(Folders.make(target), report);
        LineSummary summary = LineSummary.of(report, page);
        TextTable table = new TextTable(summary.finding(), "");
        summary.rows().forEach(row -> table.row(row.getFirst(), row.getLast()));
        printer.print(summary, "%s%n%n%s%n%n%s".formatted(table.text(), summary.verdict(), page));
        return 0;
    }
}
