package dev.lichen.datasets.formats.trl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CommonPrefixTest {

    @Test
    void wordsAreNotCutInTwoAndIdeographsStandAlone() {
        assertEquals("The sky is ".length(), CommonPrefix.length("The sky is blue.", "The sky is black."));
        assertEquals(2, CommonPrefix.length("天空蓝", "天空黑"));
        assertEquals(0, CommonPrefix.length("yes", "no"));
    }
}
