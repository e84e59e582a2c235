package dev.lichen.evaluation.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.evaluation.JudgeDescription;
import dev.lichen.evaluation.JudgeDescription.Standing;
import dev.lichen.evaluation.Measured;
import dev.lichen.evaluation.RewardModelQuality;
import dev.lichen.evaluation.SliceWinRate;
import dev.lichen.evaluation.WinRates;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Pins the verdict rule: what the interval does not show must never be called a gain. */
class HeadlineTest {
    private static final PreferenceSource PEOPLE = new PreferenceSource("people", false, 12, 300);

    private static Measured rate(double value, double lower, double upper) {
        return new Measured(value, lower, upper, 0.95, 360, 120, "method", null);
    }

    private static WinRates rates(Standing standing, Measured rate) {
        return new WinRates(
                "PPO",
                "SFT",
                new JudgeDescription("judge", standing, false),
                new SliceWinRate("all", 1, 0, 1, rate),
                List.of(new SliceWinRate("poems", 1, 0, 9, rate(0.1, 0.05, 0.2))),
                List.of());
    }

    private static RewardModelQuality rewardModel(double lower, double upper) {
        Measured accuracy = rate((lower + upper) / 2, lower, upper);
        return new RewardModelQuality(
                "rm", accuracy, accuracy, List.of(), List.of(), new RewardModelQuality.Scores(null, null, null, null));
    }

    private static Headline headline(Standing standing, Measured rate, @Nullable RewardModelQuality rewardModel) {
        return Headline.of(new Evidence(PEOPLE, List.of(rates(standing, rate)), null, rewardModel));
    }

    private static Finding finding(double lower, double upper) {
        return headline(Standing.INDEPENDENT, rate((lower + upper) / 2, lower, upper), null)
                .finding();
    }

    @Test
    void wholeIntervalAboveOneHalfIsAGain() {
        assertEquals(Finding.GAIN, finding(0.5001, 0.7));
    }

    @Test
    void intervalThatTouchesOneHalfIsNone() {
        assertEquals(Finding.NO_GAIN_SHOWN, finding(0.5, 0.9));
        assertEquals(Finding.NO_GAIN_SHOWN, finding(0.1, 0.5));
    }

    @Test
    void highRateWithAWideIntervalIsNone() {
        assertEquals(Finding.NO_GAIN_SHOWN, finding(0.49, 0.99));
    }

    @Test
    void wholeIntervalBelowOneHalfIsALoss() {
        assertEquals(Finding.LOSS, finding(0.2, 0.4999));
    }

    @Test
    void rateWithoutIntervalIsNotJudged() {
        Headline headline = headline(Standing.INDEPENDENT, Measured.withoutInterval(1, 3, 1), null);
        assertEquals(Finding.NOT_MEASURED, headline.finding());
        assertEquals("Whether PPO is better than SFT is not known: the win rate has no interval.", headline.sentence());
    }

    @Test
    void undefinedRateSaysWhy() {
        Headline headline = headline(Standing.INDEPENDENT, Measured.undefined("there are no observations"), null);
        assertEquals("Whether PPO is better than SFT is not known: there are no observations.", headline.sentence());
    }

    @Test
    void nothingMeasuredIsSaid() {
        assertEquals(
                Finding.NOT_MEASURED,
                Headline.of(new Evidence(PEOPLE, List.of(), null, null)).finding());
    }

    @Test
    void sentenceHoldsItsNumbers() {
        assertEquals(
                "A gain: the judge prefers PPO to SFT in 63.5% of 360 comparisons on 120 held-out prompts "
                        + "(95% interval 57.9\u201369.0%).",
                headline(Standing.INDEPENDENT, rate(0.635, 0.579, 0.69), null).sentence());
    }

    @Test
    void lostSlicesAreReserved() {
        Headline headline = headline(Standing.INDEPENDENT, rate(0.635, 0.579, 0.69), null);
        assertEquals(List.of("The new policy is worse on: poems."), headline.reservations());
    }

    @Nested
    class WhereTheJudgeIsTheRewardModel {

        @Test
        void higherScoreIsNotAGain() {
            Headline headline = headline(Standing.TRAINED_AGAINST, rate(0.8, 0.7, 0.9), rewardModel(0.6, 0.7));
            assertEquals(Finding.HIGHER_SCORE, headline.finding());
            assertNotEquals("A gain", headline.sentence().substring(0, 6));
        }

        @Test
        void coinShowsNothing() {
            Headline headline = headline(Standing.TRAINED_AGAINST, rate(0.8, 0.7, 0.9), rewardModel(0.48, 0.56));
            assertEquals(Finding.NO_GAIN_SHOWN, headline.finding());
            assertTrue(headline.sentence().endsWith(", but this judge is not distinguishable from chance."));
        }

        @Test
        void coinShowsNoLossEither() {
            assertEquals(
                    Finding.NO_GAIN_SHOWN,
                    headline(Standing.TRAINED_AGAINST, rate(0.2, 0.1, 0.3), rewardModel(0.48, 0.56))
                            .finding());
        }

        @Test
        void independentJudgeIsBelievedBesideACoin() {
            Headline headline = headline(Standing.INDEPENDENT, rate(0.8, 0.7, 0.9), rewardModel(0.48, 0.56));
            assertEquals(Finding.GAIN, headline.finding());
            assertTrue(headline.reservations().getFirst().startsWith("The reward model is not distinguishable"));
        }

        @Test
        void independentJudgeDecidesWhereThereAreTwo() {
            WinRates own = rates(Standing.TRAINED_AGAINST, rate(0.9, 0.8, 0.95));
            WinRates other = rates(Standing.INDEPENDENT, rate(0.5, 0.4, 0.6));
            Headline headline = Headline.of(new Evidence(PEOPLE, List.of(own, other), null, null));
            assertEquals(Finding.NO_GAIN_SHOWN, headline.finding());
        }
    }

    @Test
    void simulatedPreferencesAreCalledSo() {
        Headline headline = InventedReport.gain().headline();
        assertEquals(
                "The preferences are simulated, not people\u2019s: three simulated annotators of different care.",
                headline.reservations().getFirst());
        assertTrue(headline.sentence().startsWith("A gain: the simulated planted preference prefers"));
    }
}
