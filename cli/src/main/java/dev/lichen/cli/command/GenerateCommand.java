package dev.lichen.cli.command;

import dev.lichen.cli.model.LoadedModel;
import dev.lichen.cli.rows.GenerationRow;
import dev.lichen.cli.rows.RowGenerator;
import dev.lichen.cli.rows.Rows;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Answers the rows of a file. */
@Command(
        name = "generate",
        description = {
            "Answer the rows of a file with a model.",
            "Each row has messages, prompt (a user's message, or a list of messages) or ids. The output row is the input"
                    + " row with text, ids and finish_reason; for a row of ids, ids are the new ones."
        },
        footer = {
            "",
            "Example:",
            "  lichen generate --model models/smollm2 --greedy --input prompts.jsonl --output answers.jsonl"
        })
final class GenerateCommand implements Callable<Integer> {

    @Mixin
    private ModelOptions modelOptions = new ModelOptions();

    @Mixin
    private SamplingOptions sampling = new SamplingOptions();

    @Mixin
    private RowFiles files = new RowFiles();

    @Mixin
    private Printer printer = new Printer();

    @Override
    public Integer call() {
        var config = sampling.config();
        try (LoadedModel model = modelOptions.open()) {
            Rows rows = new Rows(model.text()::renderer, model.model().config());
            RowGenerator generator = new RowGenerator(model, config, sampling.seed(), sampling.stop());
            Progress progress = new Progress("generate", printer.errors(), Clock.systemUTC());
            int count = RowBatches.<GenerationRow>run(files, rows::generation, generator::continueRows, progress);
            printer.print(
                    Map.of("rows", count, "output", files.output().toString()),
                    "%d rows written to %s".formatted(count, files.output()));
        }
        return 0;
    }
}
