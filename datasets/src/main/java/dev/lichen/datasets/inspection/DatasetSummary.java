package dev.lichen.datasets.inspection;

import dev.lichen.datasets.statistics.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is in a data file.
 *
 * @param file the file, as the user named it
 * @param format the name of its format
 * @param kind what its records are
 * @param records how many records it holds, those skipped not counted
 * @param skipped what was left out, by reason
 * @param languages how many records are in which language: as declared, or guessed from the script, which the name says
 * @param turns how many records have how many messages before the last answer
 * @param lengths of prompts and answers, in characters (Unicode code points)
 * @param duplicates how many records repeat an earlier one
 * @param rankings what only rankings have; null for other kinds
 */
public record DatasetSummary(
        String file,
        String format,
        String kind,
        long records,
        List<Skip> skipped,
        Map<String, Long> languages,
        Map<Integer, Long> turns,
        Lengths lengths,
        Duplicates duplicates,
        @Nullable Rankings rankings) {

    /**
     * Records that were left out for one reason.
     *
     * @param reason why
     * @param count how many
     * @param first where the first few stand, as file:line
     */
    public record Skip(String reason, long count, List<String> first) {}

    /**
     * Lengths in characters.
     *
     * @param prompt of whole prompts; null if there are none
     * @param answer of single answers; null if there are none
     */
    public record Lengths(
            @Nullable Summary prompt, @Nullable Summary answer) {}

    /**
     * Exact repetitions, white space and Unicode form aside.
     *
     * @param records those with the prompt and the answers of an earlier one
     * @param prompts those with the prompt of an earlier one, the former among them
     */
    public record Duplicates(long records, long prompts) {}

    /**
     * What only rankings have.
     *
     * @param answers how many have how many answers: the distribution of K
     * @param pairs how many pairs of a better and a worse answer there are
     * @param ties how many pairs of answers are tied
     * @param partial how many rankings leave an answer unranked
     * @param equalAnswers how many rankings hold the same answer twice
     * @param annotators how many rankings each annotator made; empty if nobody is named
     */
    public record Rankings(
            Map<Integer, Long> answers,
            long pairs,
            long ties,
            long partial,
            long equalAnswers,
            Map<String, Long> annotators) {}

    /**
     * A line of the table.
     *
     * @param name what is counted
     * @param value the count, in words and figures
     */
    public record Row(String name, String value) {}

    /** Returns the summary as lines of a table. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("file", file));
        rows.add(new Row("format", format));
        rows.add(new Row(kind, String.valueOf(records)));
        skipped.forEach(skip ->
                rows.add(new Row("skipped", skip.count() + ": " + skip.reason() + " (first: " + skip.first() + ")")));
        rows.add(new Row("languages", distribution(languages)));
        rows.add(new Row("messages in the prompt", distribution(turns)));
        rows.add(new Row("characters a prompt", spread(lengths.prompt())));
        rows.add(new Row("characters an answer", spread(lengths.answer())));
        rows.add(new Row("exact duplicates", duplicates.records() + " records, " + duplicates.prompts() + " prompts"));
        if (rankings != null) {
            addTo(rows, rankings);
        }
        return rows;
    }

    private static void addTo(List<Row> rows, Rankings rankings) {
        rows.add(new Row("answers a ranking (K)", distribution(rankings.answers())));
        rows.add(new Row("pairs", rankings.pairs() + " ordered, " + rankings.ties() + " tied"));
        rows.add(new Row("partial rankings", String.valueOf(rankings.partial())));
        rows.add(new Row("rankings with equal answers", String.valueOf(rankings.equalAnswers())));
        if (!rankings.annotators().isEmpty()) {
            rows.add(new Row("annotators", distribution(rankings.annotators())));
        }
    }

    private static String distribution(Map<?, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String spread(@Nullable Summary summary) {
        if (summary == null) {
            return "there are none";
        }
        Summary.Spread q = summary.quantiles();
        return String.format(
                Locale.ROOT,
                "median %.0f, quarters %.0f to %.0f, 95 %% below %.0f, largest %.0f",
                q.median(),
                q.lowerQuartile(),
                q.upperQuartile(),
                q.percentile95(),
                q.maximum());
    }
}
