package dev.lichen.cli.command;

import dev.lichen.datasets.Conversation;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.Prompted;
import dev.lichen.datasets.files.RecordWriter;
import dev.lichen.datasets.formats.Datasets;
import dev.lichen.datasets.split.Grouping;
import dev.lichen.datasets.split.Part;
import dev.lichen.datasets.split.Splitter;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Splits a data file by a hash of the prompt, so that no prompt is in two parts. */
@Command(
        name = "split",
        description = {
            "Split a data file into training, validation and test by a hash of the prompt.",
            "No prompt is in two parts, and the same prompt is in the same part of every file. The parts are written in"
                    + " Lichen's own format as train.jsonl, validation.jsonl and test.jsonl."
        },
        footer = {"", "Example:", "  lichen data split rankings.jsonl --test 0.1 --to data/"})
final class DataSplitCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "A data file of any known format.")
    private Path file = Path.of("");

    @Option(names = "--to", required = true, paramLabel = "DIR", description = "Folder for the parts.")
    private Path folder = Path.of("");

    @Option(names = "--test", defaultValue = "0.1", description = "Share of the prompts (default: ${DEFAULT-VALUE}).")
    private double test;

    @Option(
            names = "--validation",
            defaultValue = "0",
            description = "Share of the prompts (default: ${DEFAULT-VALUE}).")
    private double validation;

    @Option(
            names = "--salt",
            defaultValue = "lichen",
            description = "Another text gives another, independent split (default: ${DEFAULT-VALUE}).")
    private String salt = "";

    @Option(
            names = "--by",
            defaultValue = "prompt",
            description = "What stays together: prompt, or opening, the first question (default: ${DEFAULT-VALUE}).")
    private Grouping grouping = Grouping.PROMPT;

    @Mixin
    private Printer printer = new Printer();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Map<Part, Long> counts = write(splitter());
        TextTable table = new TextTable("part", "records", "file");
        counts.forEach((part, count) ->
                table.row(name(part), count.toString(), target(part).toString()));
        printer.print(counts, table.text());
        return 0;
    }

    private Splitter splitter() {
        try {
            return new Splitter(test, validation, salt, grouping);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private Map<Part, Long> write(Splitter splitter) {
        Map<Part, Long> counts = new EnumMap<>(Part.class);
        try (RecordWriter train = writer(Part.TRAIN);
                RecordWriter validating = writer(Part.VALIDATION);
                RecordWriter testing = writer(Part.TEST)) {
            var writers = new EnumMap<>(Map.of(Part.TRAIN, train, Part.VALIDATION, validating, Part.TEST, testing));
            Datasets.scan(file, one -> {
                Part part = splitter.partOf(prompt(one));
                counts.merge(part, 1L, Long::sum);
                writerOf(writers.get(part)).write(one);
            });
            counts.keySet().forEach(part -> writerOf(writers.get(part)).commit());
        }
        return counts;
    }

    private static RecordWriter writerOf(@Nullable RecordWriter writer) {
        if (writer == null) {
            throw new IllegalStateException("every part has a writer");
        }
        return writer;
    }

    private RecordWriter writer(Part part) {
        return RecordWriter.open(target(part));
    }

    private Path target(Part part) {
        return folder.resolve(name(part) + ".jsonl");
    }

    private static String name(Part part) {
        return part.name().toLowerCase(Locale.ROOT);
    }

    /** A conversation is a prompt and, where the assistant ends it, an answer. */
    private static List<Message> prompt(JsonRecord one) {
        return switch (one) {
            case Prompted prompted -> prompted.prompt();
            case Conversation conversation
            when conversation.last().isFromAssistant() ->
                conversation.messages().subList(0, conversation.messages().size() - 1);
            case Conversation conversation -> conversation.messages();
            default -> throw new IllegalArgumentException("no prompt known of a " + one.getClass());
        };
    }
}
