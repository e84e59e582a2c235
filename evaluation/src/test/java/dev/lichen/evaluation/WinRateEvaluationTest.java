package dev.lichen.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.ExtraFields;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.Prompt;
import dev.lichen.datasets.statistics.ClusterBootstrap;
import dev.lichen.datasets.statistics.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class WinRateEvaluationTest {
    private static final double TOLERANCE = 1e-12;
    private static final JudgeDescription LENGTH =
            new JudgeDescription("length rule", JudgeDescription.Standing.INDEPENDENT, true);

    private static WinRateEvaluation longerIsBetter(double tieMargin) {
        return new WinRateEvaluation(
                new RuleJudge(LENGTH, (prompt, answer) -> answer.length(), tieMargin), ClusterBootstrap.of(1));
    }

    private static Prompt prompt(String question, String category, String language) {
        ExtraFields extra = ExtraFields.none().with("category", TextNode.valueOf(category));
        return new Prompt(List.of(Message.user(question)), new Attributes(null, language, null, extra));
    }

    private static Contest contest(Prompt prompt, long seed, String candidate, String baseline) {
        return new Contest(prompt, seed, new PolicyAnswer(candidate, 1, true), new PolicyAnswer(baseline, 1, true));
    }

    private static final Prompt FIRST = prompt("one", "list", "en");
    private static final Prompt SECOND = prompt("two", "explain", "zh");
    private static final List<Contest> CONTESTS = List.of(
            contest(FIRST, 1, "longer", "short"),
            contest(FIRST, 2, "same!", "same?"),
            contest(SECOND, 1, "a", "bbbb"),
            contest(SECOND, 2, "aaaaaaa", "bbbb"));

    @Test
    void tiesCountHalf() {
        WinRates rates = rates(longerIsBetter(0));
        assertEquals(2, rates.overall().wins());
        assertEquals(1, rates.overall().ties());
        assertEquals(1, rates.overall().losses());
        assertNotNull(rates.overall().winRate().value());
        assertEquals(0.625, rates.overall().winRate().value(), TOLERANCE);
    }

    @Test
    void tiesCountedAsLossesWouldBeSeen() {
        assertNotEquals(0.5, rates(longerIsBetter(0)).overall().winRate().value());
    }

    @Test
    void differencesWithinTheMarginTie() {
        assertEquals(2, rates(longerIsBetter(1)).overall().ties());
    }

    @Test
    void intervalsTakePromptsForClusters() {
        Measured rate = rates(longerIsBetter(0)).overall().winRate();
        assertEquals(4, rate.n());
        assertEquals(2, rate.clusters());
    }

    @Test
    void intervalOfTwoPromptsIsTheExactOne() {
        // prompt rates are 0.75 and 0.5; resamples: 0.75, 0.625 twice, 0.5
        Measured rate = rates(longerIsBetter(0)).overall().winRate();
        assertEquals(0.5, rate.lower(), TOLERANCE);
        assertEquals(0.75, rate.upper(), TOLERANCE);
    }

    @Test
    void slicesPartThePrompts() {
        WinRates rates = rates(longerIsBetter(0));
        assertEquals(
                List.of("explain", "list"),
                rates.categories().stream().map(SliceWinRate::slice).toList());
        assertEquals(
                List.of("en", "zh"),
                rates.languages().stream().map(SliceWinRate::slice).toList());
        assertEquals(1, rates.languages().getFirst().ties());
    }

    @Test
    void oneSliceIsNotShown() {
        WinRateEvaluation evaluation = longerIsBetter(0);
        WinRates rates = evaluation.rates("A", "B", evaluation.judge(CONTESTS.subList(0, 2)));
        assertTrue(rates.categories().isEmpty());
    }

    @Test
    void nothingComparedSaysWhy() {
        Measured rate = longerIsBetter(0).rates("A", "B", List.of()).overall().winRate();
        assertEquals("there are no observations", rate.undefined());
        assertEquals(Measured.Side.UNKNOWN, rate.sideOf(0.5));
    }

    @Test
    void swappedPoliciesHaveTheComplementaryRate() {
        List<Contest> swapped = CONTESTS.stream()
                .map(contest -> new Contest(contest.prompt(), contest.seed(), contest.baseline(), contest.candidate()))
                .toList();
        WinRateEvaluation evaluation = longerIsBetter(0);
        Measured rate =
                evaluation.rates("B", "A", evaluation.judge(swapped)).overall().winRate();
        assertEquals(0.375, rate.value(), TOLERANCE);
    }

    @Test
    void rewardModelScoresInOneBatch() {
        RewardModelJudge judge = new RewardModelJudge(
                LENGTH,
                requests -> requests.stream()
                        .map(request -> -(double) request.answer().text().length())
                        .toList(),
                0);
        List<Comparison> comparisons = new WinRateEvaluation(judge, ClusterBootstrap.of(1)).judge(CONTESTS);
        assertEquals(Outcome.Result.LOSS, comparisons.getFirst().outcome());
        assertEquals(-1, comparisons.getFirst().margin());
    }

    @Test
    void scoresThatAreNoNumbersAreAnError() {
        WinRateEvaluation evaluation =
                new WinRateEvaluation(new RuleJudge(LENGTH, (prompt, answer) -> Double.NaN, 0), ClusterBootstrap.of(1));
        IllegalStateException error = assertThrows(IllegalStateException.class, () -> evaluation.judge(CONTESTS));
        assertEquals("length rule scored NaN and NaN on prompt user: one; scores must be finite", error.getMessage());
    }

    @Test
    void tieMarginIsNotNegative() {
        assertThrows(IllegalArgumentException.class, () -> longerIsBetter(-1));
    }

    @Test
    void everyPromptIsAnsweredOncePerSeed() {
        List<Contest> contests = Contest.hold(new Echo("A"), new Echo("B"), List.of(FIRST, SECOND), List.of(7L, 8L));
        assertEquals(4, contests.size());
        assertEquals("A answers two with 8", contests.getLast().candidate().text());
        assertEquals("B answers two with 8", contests.getLast().baseline().text());
    }

    private static WinRates rates(WinRateEvaluation evaluation) {
        return evaluation.rates("A", "B", evaluation.judge(CONTESTS));
    }

    private record Echo(String name) implements AnsweringPolicy {
        @Override
        public List<PolicyAnswer> answer(List<Prompt> prompts, long seed) {
            return prompts.stream()
                    .map(prompt -> new PolicyAnswer(
                            name + " answers " + prompt.prompt().getLast().content() + " with " + seed, 4, true))
                    .toList();
        }
    }
}
