package dev.lichen.datasets.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.datasets.Contents;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Prompt;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecordPartsTest {

    private static final Splitter SPLITTER = new Splitter(0.25, 0.25, "salt", Grouping.PROMPT);
    private static final List<JsonRecord> RECORDS = IntStream.range(0, 400)
            .mapToObj(i -> (JsonRecord) Prompt.of("group " + i % 10 + " question " + i))
            .toList();

    @Test
    void withoutGroupsTheHashOfThePromptDecides() {
        RecordParts parts = RecordParts.ofPrompts(RECORDS::forEach, SPLITTER, i -> i);
        for (int i = 0; i < RECORDS.size(); i++) {
            assertEquals(SPLITTER.partOf(((Prompt) RECORDS.get(i)).prompt()), parts.of(i));
        }
    }

    @Test
    void recordsFollowTheFirstOfTheirGroup() {
        RecordParts parts = RecordParts.ofPrompts(RECORDS::forEach, SPLITTER, i -> i - i % 4);
        for (int i = 0; i < RECORDS.size(); i++) {
            assertEquals(parts.of(i - i % 4), parts.of(i));
        }
    }

    @Test
    void negativeControlWithoutGroupsNeighboursPart() {
        RecordParts parts = RecordParts.ofPrompts(RECORDS::forEach, SPLITTER, i -> i);
        assertTrue(IntStream.range(0, RECORDS.size()).anyMatch(i -> parts.of(i - i % 4) != parts.of(i)));
    }

    /** Ten groups of 40: three reach a quarter of 400, three the next. */
    @Test
    void wholeGroupsGoToOnePart() {
        RecordParts parts = RecordParts.ofGroups(RECORDS::forEach, SPLITTER, RecordPartsTest::group);
        Map<Part, Set<String>> groups = new EnumMap<>(Part.class);
        for (int i = 0; i < RECORDS.size(); i++) {
            groups.computeIfAbsent(parts.of(i), part -> new HashSet<>()).add(group(RECORDS.get(i)));
        }
        assertEquals(3, groups.get(Part.TEST).size());
        assertEquals(3, groups.get(Part.VALIDATION).size());
        assertEquals(4, groups.get(Part.TRAIN).size());
    }

    @Test
    void twoGroupsGiveOneToTheTestHoweverSmallItsShare() {
        List<JsonRecord> two = List.of(Prompt.of("a"), Prompt.of("b"), Prompt.of("b"));
        RecordParts parts = RecordParts.ofGroups(
                two::forEach, Splitter.test(0.01, ""), one -> Contents.of(one).text());
        assertEquals(parts.of(1), parts.of(2));
        assertNotEquals(parts.of(0), parts.of(1));
    }

    @Test
    void theLastGroupIsForTraining() {
        List<JsonRecord> one = List.of(Prompt.of("a"));
        assertEquals(
                Part.TRAIN,
                RecordParts.ofGroups(one::forEach, SPLITTER, same -> "g").of(0));
    }

    private static String group(JsonRecord one) {
        return Contents.of(one).text().substring(0, 7);
    }
}
