package dev.lichen.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lichen.cli.data.RecordFiles;
import dev.lichen.datasets.Contents;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.RecordSource;
import dev.lichen.datasets.duplicates.DuplicateGroups;
import dev.lichen.datasets.duplicates.NearDuplicateSearch;
import dev.lichen.datasets.duplicates.Passages;
import dev.lichen.datasets.files.RecordWriter;
import dev.lichen.datasets.split.Grouping;
import dev.lichen.datasets.split.Part;
import dev.lichen.datasets.split.RecordParts;
import dev.lichen.datasets.split.Splitter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Splits a data file so that what belongs together stays together. */
@Command(
        name = "split",
        description = {
            "Split a data file into training, validation and test, so that what belongs together stays together.",
            "By prompt: a hash of the prompt decides, so no prompt is in two parts and the same prompt is in the same part"
                    + " of every file; prompts that are nearly the same follow the first of them in the file (--near off"
                    + " lets each go by itself). By annotator or field: whole groups go to one part, for people or task"
                    + " types never seen in training; the order of groups is a hash of their names. The parts are"
                    + " written in Lichen's own format as train.jsonl, validation.jsonl and test.jsonl."
        },
        footer = {
            "",
            "Example:",
            "  lichen data split rankings.jsonl --test 0.1 --to data/",
            "  lichen data split rankings.jsonl --by annotator --test 0.2 --to data/",
            "  lichen data split sft.jsonl --by field --field category --test 0.2 --to data/",
            "  lichen data split scraped.jsonl --from sharegpt --on-bad-record skip --to data/"
        })
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
            description = "What stays together: prompt, opening (the first question), annotator or field"
                    + " (default: ${DEFAULT-VALUE}).")
    private By by = By.PROMPT;

    @Option(
            names = "--field",
            paramLabel = "NAME",
            description = "With --by field: a field of the records, as category or meta.task.")
    private @Nullable String field;

    @Option(
            names = "--near",
            defaultValue = "0.8",
            paramLabel = "SHARE",
            description =
                    "By prompt, prompts that share so much of their runs of three words stay together; off lets them"
                            + " part (default: ${DEFAULT-VALUE}).")
    private String near = "";

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Mixin
    private Printer printer = new Printer();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** What stays together. */
    private enum By {
        PROMPT,
        OPENING,
        ANNOTATOR,
        FIELD
    }

    @Override
    public Integer call() {
        if ((field != null) != (by == By.FIELD)) {
            throw failure("--by field and --field NAME go together");
        }
        refuseLeftovers();
        var progress = new ReadingProgress("split", printer.errors(), Clock.systemUTC());
        RecordFiles records = new RecordFiles(List.of(file), reading.with(progress));
        Map<Part, Long> counts = write(records, parts(records));
        TextTable table = new TextTable("part", "records", "file");
        counts.forEach((part, count) ->
                table.row(name(part), count.toString(), target(part).toString()));
        ReadingOptions.warn(records, printer.errors());
        printer.print(counts, table.text());
        return 0;
    }

    private RecordParts parts(RecordSource records) {
        return switch (by) {
            case PROMPT -> byPrompt(records, splitter(Grouping.PROMPT));
            case OPENING -> byPrompt(records, splitter(Grouping.OPENING));
            case ANNOTATOR -> RecordParts.ofGroups(records, splitter(Grouping.PROMPT), this::annotator);
            case FIELD -> RecordParts.ofGroups(records, splitter(Grouping.PROMPT), this::fieldValue);
        };
    }

    private RecordParts byPrompt(RecordSource records, Splitter splitter) {
        if (near.equals("off")) {
            return RecordParts.ofPrompts(records, splitter, IntUnaryOperator.identity());
        }
        var groups = DuplicateGroups.of(NearDuplicateSearch.find(records, Passages::prompt, threshold()));
        return RecordParts.ofPrompts(records, splitter, groups::first);
    }

    private double threshold() {
        try {
            double threshold = Double.parseDouble(near);
            if (threshold > 0 && threshold <= 1) {
                return threshold;
            }
        } catch (NumberFormatException e) {
            throw new ParameterException(spec.commandLine(), badThreshold(), e);
        }
        throw failure(badThreshold());
    }

    private String badThreshold() {
        return "Bad --near: found " + near + ", expected a number above 0 and at most 1, or off";
    }

    private String annotator(JsonRecord one) {
        String annotator = Contents.of(one).annotator();
        if (annotator == null) {
            throw failure("%s has records without an annotator, so it cannot be split by annotator".formatted(file));
        }
        return annotator;
    }

    private String fieldValue(JsonRecord one) {
        JsonNode value = one.toJson().at("/" + String.valueOf(field).replace('.', '/'));
        if (!value.isValueNode() || value.isNull()) {
            throw failure("%s has records without the field %s, so it cannot be split by it".formatted(file, field));
        }
        return value.asText();
    }

    private Splitter splitter(Grouping grouping) {
        try {
            return new Splitter(test, validation, salt, grouping);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    /** A part of an earlier split must not lie beside the parts of this one as if it belonged to them. */
    private void refuseLeftovers() {
        if (validation == 0 && Files.exists(target(Part.VALIDATION))) {
            throw failure("%s is left from another split; remove it, or split to another folder"
                    .formatted(target(Part.VALIDATION)));
        }
        if (test == 0 && Files.exists(target(Part.TEST))) {
            throw failure("%s is left from another split; remove it, or split to another folder"
                    .formatted(target(Part.TEST)));
        }
    }

    private Map<Part, Long> write(RecordSource records, RecordParts parts) {
        Map<Part, Long> counts = new EnumMap<>(Part.class);
        AtomicInteger number = new AtomicInteger();
        try (RecordWriter train = writer(Part.TRAIN);
                RecordWriter validating = writer(Part.VALIDATION);
                RecordWriter testing = writer(Part.TEST)) {
            var writers = new EnumMap<>(Map.of(Part.TRAIN, train, Part.VALIDATION, validating, Part.TEST, testing));
            wanted().forEach(part -> counts.put(part, 0L));
            records.forEach(one -> {
                Part part = parts.of(number.getAndIncrement());
                counts.merge(part, 1L, Long::sum);
                writerOf(writers.get(part)).write(one);
            });
            counts.keySet().forEach(part -> writerOf(writers.get(part)).commit());
        }
        return counts;
    }

    private Set<Part> wanted() {
        Set<Part> wanted = EnumSet.of(Part.TRAIN);
        if (validation > 0) {
            wanted.add(Part.VALIDATION);
        }
        if (test > 0) {
            wanted.add(Part.TEST);
        }
        return wanted;
    }

    private ParameterException failure(String message) {
        return new ParameterException(spec.commandLine(), message);
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
}
