package dev.lichen.cli.command;

import dev.lichen.datasets.files.FormulaPolicy;
import dev.lichen.datasets.files.JsonStyle;
import dev.lichen.datasets.format.Format;
import dev.lichen.datasets.formats.Conversion;
import dev.lichen.datasets.formats.ConversionReport;
import dev.lichen.datasets.formats.Output;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Converts a data file from one format to another. */
@Command(
        name = "convert",
        description = {
            "Convert a data file from one format to another.",
            "What a format has no place for is named and counted at the end, with the first places. The output appears when"
                    + " all is written; its name says how it is held (.jsonl .json .csv .tsv .parquet, packed with .gz or"
                    + " .zst)."
        },
        footer = {
            "",
            "Example:",
            "  lichen data convert harmless-base.jsonl.gz --to trl-preference -o pairs.jsonl",
            "  lichen data convert argilla-export.json --to ranking -o rankings.jsonl",
            "  lichen data convert scraped.jsonl --from sharegpt --on-bad-record skip --to messages -o chats.jsonl",
            "  lichen data convert rankings.jsonl --to hh-rlhf -o hh.jsonl --like harmless-base.jsonl.gz",
            "",
            "lichen data formats lists the formats."
        })
final class DataConvertCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "A data file of any known format.")
    private Path file = Path.of("");

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FORMAT",
            converter = FormatConverter.class,
            completionCandidates = FormatConverter.Written.class,
            description = "The format to write.")
    private @Nullable Format to;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "OUT",
            description = "The file to write.")
    private Path output = Path.of("");

    @Option(
            names = "--like",
            paramLabel = "FILE",
            description =
                    "Lay JSON out as this file is: spaces, escapes, order of fields. With it a lossless format comes"
                            + " back byte by byte.")
    private @Nullable Path like;

    @Option(
            names = "--neutralise-formulas",
            description = "In a .csv or .tsv, put an apostrophe before texts that a spreadsheet would run as formulas"
                    + " (those that begin with = + - @ or a tab); Lichen reads them back without it.")
    private boolean neutralise;

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Mixin
    private Printer printer = new Printer();

    @Override
    public Integer call() {
        if (to == null) {
            throw new IllegalStateException("--to is required");
        }
        JsonStyle style = like == null ? JsonStyle.COMPACT : JsonStyle.of(like);
        Output written = new Output(output, style, neutralise ? FormulaPolicy.NEUTRALISE : FormulaPolicy.KEEP);
        Progress progress = new Progress("bytes read", printer.errors(), Clock.systemUTC());
        ConversionReport report =
                new Conversion(reading.from(), to, written, reading.policy()).run(file, progress::advance);
        progress.finish();
        printer.print(report, String.join("\n", report.lines()));
        return 0;
    }
}
