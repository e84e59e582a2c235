package dev.lichen.datasets.formats.hh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.datasets.Message;
import java.util.List;
import org.junit.jupiter.api.Test;

class TranscriptTest {

    /** A cut at every blank line would make three messages of this. */
    @Test
    void negativeControlBlankLinesAloneDoNotEndATurn() {
        Transcript transcript = Transcript.of("\n\nHuman: a\n\nb\n\nAssistant: c");
        assertEquals(List.of(Message.user("a\n\nb"), Message.assistant("c")), transcript.messages());
        assertTrue(transcript.usual());
    }

    @Test
    void aMarkAtTheEndNeedsNoSpaceAndIsUnusual() {
        for (String end : List.of("", "\n")) {
            Transcript transcript = Transcript.of("\n\nHuman: a\n\nAssistant:" + end);
            assertEquals(List.of(Message.user("a"), Message.assistant(end)), transcript.messages());
            assertFalse(transcript.usual());
        }
    }

    @Test
    void aNameWithoutASpaceInsideIsText() {
        assertEquals(
                List.of(Message.user("a\n\nHuman:b\n\nAssistants: c")),
                Transcript.of("\n\nHuman: a\n\nHuman:b\n\nAssistants: c").messages());
        assertEquals(List.of(), Transcript.of("hello").messages());
    }
}
