package dev.lichen.annotation.work;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the workbench shows of an item.
 *
 * @param assignment to be named in further calls
 * @param project its name
 * @param progress how far the person is, in words
 * @param today how far they are today
 * @param language of question and answers, as a language tag; null if unknown
 * @param returned why a reviewer returned the submitted work; null if none did
 * @param prompt the question, rendered
 * @param answers in the order to be shown
 * @param guidelines the rules in force
 * @param flags what can be reported of an answer
 * @param criteria what answers can be rated by
 * @param draft work that was begun; null if none
 * @param revision 0 for new work, 1 for the correction of submitted work
 * @param training whether feedback follows
 */
record WorkPage(
        UUID assignment,
        String project,
        String progress,
        Today today,
        @Nullable String language,
        @Nullable String returned,
        List<Turn> prompt,
        List<Choice> answers,
        Rules guidelines,
        List<Named> flags,
        List<Scale> criteria,
        @Nullable SavedDraft draft,
        int revision,
        boolean training) {

    /** A message of the question: who speaks, and the text as safe HTML. */
    record Turn(String role, String html) {}

    /** An answer: its letter, the text as it is (to begin a better one from) and as safe HTML. */
    record Choice(String label, String text, String html) {}

    /** The guidelines: their version and text as safe HTML. */
    record Rules(int version, String html) {}

    /** A code and what people call it. */
    record Named(String code, String name) {}

    /** A criterion: its code, its name and its ends. */
    record Scale(String code, String name, int lowest, int highest) {}

    /** The page's own state, as it was saved. */
    record SavedDraft(@JsonRawValue String body, long revision) {}
}
