package dev.lichen.datasets.inspection;

import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Place;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.files.Skip;
import dev.lichen.datasets.format.Format;
import dev.lichen.datasets.formats.Datasets;
import dev.lichen.datasets.formats.ReadReport;
import dev.lichen.datasets.statistics.Summary;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads a data file of any known format once and describes it. */
public final class DatasetInspector {

    private final Map<String, Long> languages = new TreeMap<>();
    private final Map<Integer, Long> turns = new TreeMap<>();
    private final IntStream.Builder promptLengths = IntStream.builder();
    private final IntStream.Builder answerLengths = IntStream.builder();
    private final DuplicateCounter duplicates = new DuplicateCounter();
    private final RankingCounter rankings = new RankingCounter();

    private DatasetInspector() {}

    /**
     * Describes a file.
     *
     * @throws dev.lichen.datasets.DataFormatException if the file is not what it should be
     */
    public static DatasetSummary inspect(Path file) {
        Format format = Datasets.recognise(file);
        DatasetInspector inspector = new DatasetInspector();
        ReadReport report = Datasets.scan(file, inspector::add);
        return inspector.summary(format, report);
    }

    private void add(JsonRecord jsonRecord) {
        Contents contents = Contents.of(jsonRecord);
        languages.merge(contents.language(), 1L, Long::sum);
        turns.merge(contents.prompt().size(), 1L, Long::sum);
        promptLengths.add(contents.promptCharacters());
        contents.answers().stream().map(Contents::characters).forEach(answerLengths::add);
        duplicates.add(contents);
        if (jsonRecord instanceof Ranking ranking) {
            rankings.add(ranking);
        }
    }

    private DatasetSummary summary(Format format, ReadReport report) {
        return new DatasetSummary(
                report.file(),
                report.format(),
                format.kind().plural(),
                report.kept(),
                report.skips().stream().map(DatasetInspector::skip).toList(),
                languages,
                turns,
                new DatasetSummary.Lengths(spread(promptLengths), spread(answerLengths)),
                duplicates.result(),
                rankings.result());
    }

    private static DatasetSummary.Skip skip(Skip skip) {
        List<String> first = skip.first().stream().map(Place::toString).toList();
        return new DatasetSummary.Skip(skip.reason(), skip.count(), first);
    }

    private static @Nullable Summary spread(IntStream.Builder lengths) {
        double[] values = lengths.build().asDoubleStream().toArray();
        return values.length == 0 ? null : Summary.of(values);
    }
}
