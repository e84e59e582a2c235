package dev.lichen.datasets.formats;

import dev.lichen.datasets.DataFormatException;
import dev.lichen.datasets.Demonstration;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Place;
import dev.lichen.datasets.Prompt;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.files.BadRecordPolicy;
import dev.lichen.datasets.files.BadRecords;
import dev.lichen.datasets.files.DataFiles;
import dev.lichen.datasets.files.ReadProgress;
import dev.lichen.datasets.files.SkipCounter;
import dev.lichen.datasets.format.Format;
import dev.lichen.datasets.format.Reading;
import dev.lichen.datasets.format.RecordKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads data files of any known format, which it recognises from their content.
 *
 * <pre>{@code
 * Dataset<Ranking> rankings = Datasets.readRankings(Path.of("harmless-base-test.jsonl.gz"));
 * rankings.report().lines().forEach(out::println);
 * }</pre>
 */
public final class Datasets {

    private Datasets() {}

    /**
     * Reads demonstrations: conversations that the assistant ends, answers labelled as good enough, or the best answers
     * of rankings.
     *
     * @throws DataFormatException if the file is of another kind, or not what it should be
     */
    public static Dataset<Demonstration> readDemonstrations(Path file) {
        Set<RecordKind> kinds = EnumSet.of(RecordKind.CONVERSATION, RecordKind.RANKING, RecordKind.RATING);
        return read(file, "demonstrations", kinds, Uses::demonstration);
    }

    /**
     * Reads rankings, pairs among them.
     *
     * @throws DataFormatException if the file is of another kind, or not what it should be
     */
    public static Dataset<Ranking> readRankings(Path file) {
        return read(file, "rankings", EnumSet.of(RecordKind.RANKING), Uses::ranking);
    }

    /**
     * Reads prompts: those of any kind of record, without the answers.
     *
     * @throws DataFormatException if the file is not what it should be
     */
    public static Dataset<Prompt> readPrompts(Path file) {
        return read(file, "prompts", EnumSet.allOf(RecordKind.class), Uses::prompt);
    }

    /** Returns the format of a file, from its first object. */
    public static Format recognise(Path file) {
        return recognise(file, BadRecordPolicy.FAIL);
    }

    /** Returns the format of a file, from its first object that is not left out as bad. */
    static Format recognise(Path file, BadRecordPolicy policy) {
        AtomicReference<Format> format = new AtomicReference<>();
        BadRecords bad = new BadRecords(policy);
        DataFiles.scan(file, bad, ReadProgress.SILENT, fields -> {
            format.set(Formats.recognise(fields));
            return false;
        });
        return Optional.ofNullable(format.get())
                .orElseThrow(() -> new DataFormatException(
                        "Unknown format", Place.of(file), bad.count() + " bad records only", Formats.EXPECTED));
    }

    /** Hands the records of a file, whatever their kind, to a consumer one by one; nothing is held in memory. */
    public static ReadReport scan(Path file, Consumer<? super JsonRecord> consumer) {
        return scan(file, (one, place) -> consumer.accept(one));
    }

    /** Hands the records of a file to a consumer one by one, each with the place of its object. */
    public static ReadReport scan(Path file, BiConsumer<? super JsonRecord, Place> consumer) {
        return scan(file, ReadOptions.usual(), Reading.Kept::new, consumer);
    }

    /** Hands the records of a file to a consumer one by one, read as the options say. */
    public static ReadReport scan(Path file, ReadOptions options, Consumer<? super JsonRecord> consumer) {
        return scan(file, options, Reading.Kept::new, (one, place) -> consumer.accept(one));
    }

    private static <T> Dataset<T> read(
            Path file, String wanted, Set<RecordKind> kinds, Function<JsonRecord, Reading<T>> use) {
        Format format = recognise(file);
        if (Collections.disjoint(kinds, format.kinds())) {
            throw new DataFormatException(
                    "Wrong kind of data",
                    Place.of(file),
                    format.kind().plural() + " (format " + format.name() + ")",
                    wanted);
        }
        List<T> records = new ArrayList<>();
        ReadOptions options = new ReadOptions(format, BadRecordPolicy.FAIL, ReadProgress.SILENT);
        ReadReport report = scan(file, options, use, (one, place) -> records.add(one));
        if (records.isEmpty()) {
            throw new DataFormatException("Nothing to use", Place.of(file), String.join("; ", report.lines()), wanted);
        }
        return new Dataset<>(records, report);
    }

    private static <T> ReadReport scan(
            Path file,
            ReadOptions options,
            Function<JsonRecord, Reading<T>> use,
            BiConsumer<? super T, Place> consumer) {
        Format format = options.formatOf(file);
        BadRecords bad = new BadRecords(options.policy());
        RecordReader<T> reader = new RecordReader<>(format, use, bad, consumer);
        DataFiles.scan(file, bad, options.progress(), reader::accept);
        reader.finish();
        SkipCounter counter = reader.counter();
        return new ReadReport(file.toString(), format.name(), counter.kept(), counter.skips(), bad.skips());
    }
}
