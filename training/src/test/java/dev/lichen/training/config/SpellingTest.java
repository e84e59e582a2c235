package dev.lichen.training.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpellingTest {

    private static final List<String> KNOWN = List.of("clipRange", "epochs", "rate");

    @Test
    void theDistanceCountsInsertionsDeletionsAndReplacements() {
        assertEquals(3, Spelling.distance("kitten", "sitting")); // Levenshtein's textbook case
        assertEquals(0, Spelling.distance("rate", "rate"));
        assertEquals(4, Spelling.distance("", "rate"));
    }

    @Test
    void otherCaseStylesAreTheSameKey() {
        assertEquals(Optional.of("clipRange"), Spelling.nearest("CLIP_RANGE", KNOWN));
        assertEquals(Optional.of("clipRange"), Spelling.nearest("clip-range", KNOWN));
    }

    @Test
    void nothingNearIsNothing() {
        assertEquals(Optional.empty(), Spelling.nearest("temperature", KNOWN));
    }
}
