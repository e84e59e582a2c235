package dev.lichen.cli.command;

import dev.lichen.cli.data.RecordFiles;
import dev.lichen.datasets.mixing.Mixer;
import dev.lichen.datasets.mixing.MixtureReport;
import dev.lichen.datasets.mixing.MixtureSource;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Mixes data files by weight. */
@Command(
        name = "mix",
        description = {
            "Mix data files by weight, exactly and reproducibly.",
            "Each file gives its share of --records to the record: by default as many records as the weights allow without"
                    + " taking one twice. Which records are taken and how the files are interleaved is random from --seed;"
                    + " records of one file keep their order. A record without a source gets its file's name as source."
        },
        footer = {
            "",
            "Example:",
            "  lichen data mix zh.jsonl=0.6 en.jsonl=0.4 --seed 7 --to bilingual.jsonl",
            "  lichen data mix zh.jsonl=1 en.jsonl=3 --records 100000 --repeat --to bilingual.jsonl",
            "  lichen data mix a.jsonl b.jsonl --from sharegpt --on-bad-record skip --to both.jsonl"
        })
final class DataMixCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE=WEIGHT", description = "Data files; the weight is 1 if not given.")
    private List<String> sources = List.of();

    @Option(names = "--to", required = true, paramLabel = "FILE", description = "JSON lines to write, .gz or not.")
    private Path target = Path.of("");

    @Option(
            names = "--records",
            defaultValue = "0",
            paramLabel = "N",
            description = "How many records to write; by default as many as the weights allow.")
    private long records;

    @Option(
            names = "--repeat",
            description = "Take records more than once where a file has too few, each about as often.")
    private boolean repeat;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Another seed gives another mixture (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Mixin
    private Printer printer = new Printer();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (records < 0 || (repeat && records == 0)) {
            throw failure("--records must be at least 1" + (repeat ? " with --repeat" : "") + ", was " + records);
        }
        var progress = new ReadingProgress("mix", printer.errors(), Clock.systemUTC());
        List<MixtureSource> parts = new ArrayList<>();
        List<RecordFiles> files = new ArrayList<>();
        sources.forEach(source -> parts.add(part(source, progress, files)));
        MixtureReport report = Mixer.mix(parts, records, repeat, seed, target);
        files.forEach(file -> ReadingOptions.warn(file, printer.errors()));
        printer.print(report, text(report));
        return 0;
    }

    private MixtureSource part(String source, ReadingProgress progress, List<RecordFiles> files) {
        int equals = source.lastIndexOf('=');
        Path file = Path.of(equals < 0 ? source : source.substring(0, equals));
        if (file.toAbsolutePath().normalize().equals(target.toAbsolutePath().normalize())) {
            throw failure("--to must not be a file that is read, " + target);
        }
        double weight = equals < 0 ? 1 : weight(source.substring(equals + 1));
        files.add(new RecordFiles(List.of(file), reading.with(progress)));
        return new MixtureSource(file.toString(), files.getLast(), weight);
    }

    private double weight(String text) {
        try {
            double weight = Double.parseDouble(text);
            if (weight > 0 && weight < Double.POSITIVE_INFINITY) {
                return weight;
            }
        } catch (NumberFormatException e) {
            throw new ParameterException(spec.commandLine(), badWeight(text), e);
        }
        throw failure(badWeight(text));
    }

    private static String badWeight(String text) {
        return "Bad weight: found " + text + ", expected a number above 0, as in zh.jsonl=0.5";
    }

    private ParameterException failure(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private String text(MixtureReport report) {
        TextTable table = new TextTable("source", "records", "share", "of", "a record at most");
        report.parts()
                .forEach(part -> table.row(
                        part.source(),
                        String.valueOf(part.taken()),
                        String.format(Locale.ROOT, "%.1f %%", 100.0 * part.taken() / Math.max(1, report.records())),
                        String.valueOf(part.available()),
                        part.most() == 1 ? "once" : part.most() + " times"));
        return table.text() + "\n%d records written to %s".formatted(report.records(), target);
    }
}
