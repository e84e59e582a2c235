package dev.lichen.datasets.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lichen.datasets.statistics.Outcome.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WinRateTest {

    private static final double EXACT = 1e-9;
    private static final ClusterBootstrap BOOTSTRAP = ClusterBootstrap.of(1);

    /** 4 wins, 2 ties and 2 losses: (4 + 2/2) / 8 = 0.625. */
    @Test
    void tiesCountHalf() {
        WinRate rate = WinRate.of(outcomes(4, 2, 2), BOOTSTRAP);
        assertEquals(4, rate.wins());
        assertEquals(2, rate.ties());
        assertEquals(2, rate.losses());
        assertEquals(0.625, value(rate), EXACT);
    }

    @Test
    void negativeControlTiesLeftOutGiveAnotherRate() {
        assertNotEquals(4.0 / 6, value(WinRate.of(outcomes(4, 2, 2), BOOTSTRAP)), EXACT);
    }

    @Test
    void exchangedSidesMirrorTheRate() {
        double rate = value(WinRate.of(outcomes(7, 3, 2), BOOTSTRAP));
        assertEquals(1 - rate, value(WinRate.of(outcomes(2, 3, 7), BOOTSTRAP)), EXACT);
    }

    @Test
    void gainNeedsTheWholeIntervalAboveOneHalf() {
        assertTrue(WinRate.of(outcomes(80, 0, 20), BOOTSTRAP).showsGain());
        assertFalse(WinRate.of(outcomes(11, 0, 9), BOOTSTRAP).showsGain());
        assertTrue(WinRate.of(outcomes(20, 0, 80), BOOTSTRAP).showsLoss());
    }

    @Test
    void seedsOfOnePromptFormOneCluster() {
        List<Outcome> thrice = outcomes(14, 0, 6).stream()
                .flatMap(outcome -> Stream.of(outcome, outcome, outcome))
                .toList();
        Estimate estimate =
                assertInstanceOf(Estimate.class, WinRate.of(thrice, BOOTSTRAP).rate());
        assertEquals(60, estimate.n());
        assertEquals(20, estimate.clusters());
        Estimate once = assertInstanceOf(
                Estimate.class, WinRate.of(outcomes(14, 0, 6), BOOTSTRAP).rate());
        assertEquals(once.interval(), estimate.interval());
    }

    @Test
    void resultComparesScores() {
        assertEquals(Result.WIN, Result.of(2, 1));
        assertEquals(Result.TIE, Result.of(1, 1));
        assertEquals(Result.LOSS, Result.of(-1, 1));
    }

    @Test
    void jsonHasCountsAndInterval() throws JsonProcessingException {
        assertEquals(
                "{\"wins\":1,\"ties\":1,\"losses\":0,\"rate\":{\"value\":0.75,\"interval\":{\"low\":0.5,\"high\":1.0,"
                        + "\"level\":0.95},\"n\":2,\"clusters\":2,\"method\":\"percentile cluster bootstrap, all 4 resamples\"}}",
                new ObjectMapper().writeValueAsString(WinRate.of(outcomes(1, 1, 0), BOOTSTRAP)));
        assertEquals(
                "{\"wins\":0,\"ties\":0,\"losses\":0,"
                        + "\"rate\":{\"reason\":\"NO_OBSERVATIONS\",\"detail\":\"there are no observations\"}}",
                new ObjectMapper().writeValueAsString(WinRate.of(List.of(), BOOTSTRAP)));
    }

    private static double value(WinRate rate) {
        return rate.rate().estimate().orElseThrow().value();
    }

    /** Each outcome belongs to a prompt of its own. */
    private static List<Outcome> outcomes(int wins, int ties, int losses) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < wins + ties + losses; i++) {
            Result result = i < wins ? Result.WIN : i < wins + ties ? Result.TIE : Result.LOSS;
            outcomes.add(new Outcome("prompt " + i, result));
        }
        return outcomes;
    }
}
