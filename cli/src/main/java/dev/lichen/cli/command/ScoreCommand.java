package dev.lichen.cli.command;

import dev.lichen.cli.model.LoadedModel;
import dev.lichen.cli.rows.RowScorer;
import dev.lichen.cli.rows.Rows;
import dev.lichen.cli.rows.ScoringRow;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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

    @Mixin
    private RowFiles files = new RowFiles();

    @Mixin
    private Printer printer = new Printer();

    @Override
    public Integer call() {
        try (LoadedModel model = modelOptions.open()) {
            Rows rows = new Rows(model.text()::renderer, model.model().config());
            RowScorer scorer = new RowScorer(model.model());
            Progress progress = new Progress("score", printer.errors(), Clock.systemUTC());
            int count = RowBatches.<ScoringRow>run(
                    files, rows::scoring, (batch, firstRow) -> scorer.score(batch), progress);
            printer.print(
                    Map.of("rows", count, "output", files.output().toString()),
                    "%d rows written to %s".formatted(count, files.output()));
        }
        return 0;
    }
}
