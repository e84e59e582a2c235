package dev.lichen.datasets.inspection;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is in a data file.
 *
 * @param file the file, as the user named it
 * @param format the name of its format
 * @param kind what its records are
 * @param records how many records it holds, those skipped not counted
 * @param skipped what was left out, by reason
 * @param languages how many records are in which language
 * @param turns how many records have how many messages before the last answer
 * @param lengths of prompts and answers, in characters (Unicode code points)
 * @param tokens of prompts and answers, in tokens of a model, without its chat template; null if no model was given
 * @param duplicates how many records repeat an earlier one
 * @param leakage which prompts another file has too; null if none was named
 * @param rankings what only rankings have; null for other kinds
 */
public record DatasetSummary(
        String file,
        String format,
        String kind,
        long records,
        List<Skip> skipped,
        Languages languages,
        Map<Integer, Long> turns,
        Lengths lengths,
        @Nullable Lengths tokens,
        Duplicates duplicates,
        @Nullable Leakage leakage,
        @Nullable Rankings rankings) {

    /**
     * Records that were left out for one reason.
     *
     * @param reason why
     * @param count how many
     * @param first the lines on which the first few begin
     */
    public record Skip(String reason, long count, List<Long> first) {}

    /**
     * The languages of records.
     *
     * @param counts how many records are in each, by code; {@code und} where it cannot be told
     * @param declared how many records say themselves in which language they are; it is identified for the others
     */
    public record Languages(Map<String, Long> counts, long declared) {}

    /**
     * Lengths of texts.
     *
     * @param prompt of whole prompts; null if there are none
     * @param answer of single answers; null if there are none
     */
    public record Lengths(
            @Nullable LengthSummary prompt, @Nullable LengthSummary answer) {}

    /**
     * Repetitions.
     *
     * @param records those that are exactly an earlier one, white space and Unicode form aside
     * @param prompts those with exactly the prompt of an earlier one, the former among them
     * @param near further records that are nearly an earlier one
     * @param nearGroups how many groups those make with the earlier ones
     * @param first the first few that are nearly the same
     */
    public record Duplicates(long records, long prompts, long near, long nearGroups, List<Similar> first) {}

    /**
     * Two records that are nearly the same.
     *
     * @param earlier the number of the first, counted from 1; where files are compared, its number in the other file
     * @param later the number of the second, counted from 1
     * @param similarity the share of runs of three words that they have in common, in [0, 1]
     */
    public record Similar(long earlier, long later, double similarity) {}

    /**
     * Prompts that another file has too.
     *
     * @param against the other file
     * @param exact how many records have exactly a prompt of it
     * @param similar how many records have a prompt that is at least nearly one of it, the former among them
     * @param first the first few of the latter
     */
    public record Leakage(String against, long exact, long similar, List<Similar> first) {}

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
        return new SummaryTable(this).rows();
    }
}
