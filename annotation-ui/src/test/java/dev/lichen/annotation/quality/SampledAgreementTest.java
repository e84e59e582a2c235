package dev.lichen.annotation.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.annotation.store.Identifiers;
import dev.lichen.datasets.statistics.ClusterBootstrap;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SampledAgreementTest {

    private static final int ITEMS = 20_000;
    private static final double TOLERANCE = 0.02;

    private final Identifiers identifiers = new Identifiers(Clock.systemUTC(), new SplittableRandom(3));
    private final List<UUID> items =
            Stream.generate(identifiers::next).limit(ITEMS).toList();

    private static SampledAgreement of(long judgements) {
        return new SampledAgreement(judgements, Map.of(), ClusterBootstrap.of(1));
    }

    private List<UUID> drawn(SampledAgreement sample) {
        return items.stream().filter(sample::draws).toList();
    }

    @Test
    void allItemsAreInWhereThereAreFewJudgements() {
        SampledAgreement sample = of(SampledAgreement.MOST_JUDGEMENTS);
        assertEquals(items, drawn(sample));
        assertTrue(sample.sample().isWhole());
    }

    @Test
    void aShareOfTheItemsIsInWhereThereAreMany() {
        SampledAgreement sample = of(4L * SampledAgreement.MOST_JUDGEMENTS);
        assertEquals(0.25, drawn(sample).size() / (double) ITEMS, TOLERANCE);
        assertEquals(ITEMS, sample.sample().of());
    }

    /** A project that grows keeps the items that are left in its sample. */
    @Test
    void smallerSamplesArePartsOfLargerOnes() {
        List<UUID> small = drawn(of(10L * SampledAgreement.MOST_JUDGEMENTS));
        List<UUID> large = drawn(of(2L * SampledAgreement.MOST_JUDGEMENTS));
        assertTrue(large.containsAll(small));
    }
}
