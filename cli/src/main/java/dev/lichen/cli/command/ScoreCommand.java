package dev.lichen.cli.command;

import dev.lichen.cli.model.LoadedModel;
import dev.lichen.cli.rows.RewardScores;
import dev.lichen.cli.rows.RowScorer;
import dev.lichen.cli.rows.Rows;
import dev.lichen.cli.rows.ScoringRow;
import dev.lichen.rewardmodel.RewardModel;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Gives the log-probability of the replies in a file. */
@Command(
        name = "score",
        description = {
            "Give the log-probability of each reply in a file, in nats.",
            "Each row has messages (the last reply is scored), prompt and response, or ids (scored from position 'from',"
                    + " default 1). The output row is the input row with log_probability, token_log_probabilities and"
                    + " tokens, the number of scored tokens."
        },
        footer = {"", "Example:", "  lichen score --model models/smollm2 --input rows.jsonl --output scores.jsonl"})
final class ScoreCommand implements Callable<Integer> {

    @Mixin
    private ModelOptions modelOptions = new ModelOptions();

    @Option(
            names = "--reward-model",
            paramLabel = "DIR",
            description = "A reward model of the same tokenizer and template: adds its score to each row.")
    private @Nullable Path reward;

    @Mixin
    private RowFiles files = new RowFiles();

    @Mixin
    private Printer printer = new Printer();

    @Override
    public Integer call() {
        try (LoadedModel model = modelOptions.open()) {
            int count = reward == null ? score(model, Optional.empty()) : scoreWith(reward, model);
            printer.print(
                    Map.of("rows", count, "output", files.output().toString()),
                    "%d rows written to %s".formatted(count, files.output()));
        }
        return 0;
    }

    private int scoreWith(Path folder, LoadedModel model) {
        try (RewardModel rewardModel = RewardModel.open(folder, modelOptions.compute())) {
            return score(model, Optional.of(new RewardScores(rewardModel, model.text())));
        }
    }

    private int score(LoadedModel model, Optional<RewardScores> rewards) {
        Rows rows = new Rows(model.text()::renderer, model.model().config());
        RowScorer scorer = new RowScorer(model.model(), rewards);
        Progress progress = new Progress("score", printer.errors(), Clock.systemUTC());
        return RowBatches.<ScoringRow>run(files, rows::scoring, (batch, firstRow) -> scorer.score(batch), progress);
    }
}
