package dev.lichen.datasets.inspection;

import dev.lichen.datasets.Contents;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Place;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.files.Skip;
import dev.lichen.datasets.format.Format;
import dev.lichen.datasets.formats.Datasets;
import dev.lichen.datasets.formats.ReadReport;
import dev.lichen.datasets.language.LanguageIdentifier;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Describes a data file of any known format: it is read once, and again only to compare what looked nearly the same. */
public final class DatasetInspector {

    private final Inspection inspection;
    private final LanguageIdentifier identifier = new LanguageIdentifier();
    private final Map<String, Long> languages = new TreeMap<>();
    private final Map<Integer, Long> turns = new TreeMap<>();
    private final LengthCounter promptCharacters = new LengthCounter();
    private final LengthCounter answerCharacters = new LengthCounter();
    private final LengthCounter promptTokens = new LengthCounter();
    private final LengthCounter answerTokens = new LengthCounter();
    private final DuplicateCounter duplicates;
    private final RankingCounter rankings = new RankingCounter();
    private long declaredLanguages;

    private DatasetInspector(Inspection inspection) {
        this.inspection = inspection;
        this.duplicates = new DuplicateCounter(inspection.threshold());
    }

    /**
     * Describes a file.
     *
     * @throws dev.lichen.datasets.DataFormatException if the file is not what it should be
     */
    public static DatasetSummary inspect(Path file) {
        return inspect(file, Inspection.plain());
    }

    /**
     * Describes a file, with all that an inspection asks for.
     *
     * @throws dev.lichen.datasets.DataFormatException if the file is not what it should be
     */
    public static DatasetSummary inspect(Path file, Inspection inspection) {
        Format format = inspection.reading().formatOf(file);
        DatasetInspector inspector = new DatasetInspector(inspection);
        ReadReport report = Datasets.scan(file, inspection.reading(), inspector::add);
        if (inspector.duplicates.needsSecondReading()) {
            Datasets.scan(file, inspection.reading(), inspector.duplicates::addAgain);
        }
        return inspector.summary(format, report, inspector.leakage(file));
    }

    private void add(JsonRecord jsonRecord) {
        Contents contents = Contents.of(jsonRecord);
        languages.merge(language(contents), 1L, Long::sum);
        turns.merge(contents.prompt().size(), 1L, Long::sum);
        promptCharacters.add(contents.promptCharacters());
        contents.answers().stream().map(Contents::characters).forEach(answerCharacters::add);
        if (inspection.tokens() != null) {
            addTokens(contents, inspection.tokens());
        }
        duplicates.add(jsonRecord);
        if (jsonRecord instanceof Ranking ranking) {
            rankings.add(ranking);
        }
    }

    private String language(Contents contents) {
        String declared = contents.attributes().language();
        declaredLanguages += declared == null ? 0 : 1;
        return declared != null ? declared : identifier.identify(contents.text());
    }

    private void addTokens(Contents contents, ToIntFunction<String> tokens) {
        promptTokens.add(contents.prompt().stream()
                .mapToInt(message -> tokens.applyAsInt(message.content()))
                .sum());
        contents.answers().forEach(answer -> answerTokens.add(tokens.applyAsInt(answer)));
    }

    private DatasetSummary.@Nullable Leakage leakage(Path file) {
        Path against = inspection.against();
        return against == null
                ? null
                : LeakageSearch.find(
                        consumer -> Datasets.scan(file, inspection.reading(), consumer),
                        consumer -> Datasets.scan(against, inspection.reading().recognising(), consumer),
                        against.toString(),
                        inspection.threshold());
    }

    private DatasetSummary summary(Format format, ReadReport report, DatasetSummary.@Nullable Leakage leakage) {
        return new DatasetSummary(
                report.file(),
                report.format(),
                format.kind().plural(),
                report.kept(),
                Stream.concat(report.skips().stream(), report.bad().stream())
                        .map(DatasetInspector::skip)
                        .toList(),
                new DatasetSummary.Languages(languages, declaredLanguages),
                turns,
                new DatasetSummary.Lengths(promptCharacters.result(), answerCharacters.result()),
                inspection.tokens() == null
                        ? null
                        : new DatasetSummary.Lengths(promptTokens.result(), answerTokens.result()),
                duplicates.result(),
                leakage,
                rankings.result());
    }

    private static DatasetSummary.Skip skip(Skip skip) {
        List<Long> first = skip.first().stream().map(Place::line).toList();
        return new DatasetSummary.Skip(skip.reason(), skip.count(), first);
    }
}
