package dev.lichen.datasets.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.datasets.Message;
import dev.lichen.datasets.Prompt;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.SampleRecords;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitterTest {

    private static final Splitter SPLITTER = new Splitter(0.2, 0.1, "salt", Grouping.PROMPT);
    private static final double FRACTION_TOLERANCE = 0.02;

    private static final List<Prompt> PROMPTS =
            IntStream.range(0, 5000).mapToObj(i -> Prompt.of("Question " + i)).toList();

    @Test
    void everyRecordIsInOnePartOfAboutTheRightSize() {
        Parts<Prompt> parts = SPLITTER.split(PROMPTS);
        assertEquals(
                5000,
                parts.train().size() + parts.validation().size() + parts.test().size());
        assertEquals(0.2, parts.of(Part.TEST).size() / 5000.0, FRACTION_TOLERANCE);
        assertEquals(0.1, parts.of(Part.VALIDATION).size() / 5000.0, FRACTION_TOLERANCE);
    }

    @Test
    void noPromptIsInTwoParts() {
        List<Ranking> rankings = PROMPTS.stream()
                .flatMap(p -> IntStream.range(0, 3).mapToObj(i -> Ranking.pair(p.prompt(), "a" + i, "b")))
                .toList();
        Parts<Ranking> parts = SPLITTER.split(rankings);
        Set<List<Message>> shared = new HashSet<>(prompts(parts.train()));
        shared.retainAll(prompts(parts.test()));
        assertEquals(Set.of(), shared);
    }

    @Test
    void membershipDoesNotDependOnTheOtherRecords() {
        List<Prompt> reversed = PROMPTS.subList(1000, 3000).reversed();
        Set<Prompt> all = new HashSet<>(SPLITTER.split(PROMPTS).test());
        assertTrue(all.containsAll(SPLITTER.split(reversed).test()));
    }

    /** The division of stored data must not change from release to release. */
    @Test
    void keysAreSealed() {
        assertEquals("2fab500b79ea81ef", PromptKey.of(SampleRecords.question()).substring(0, 16));
    }

    @Test
    void unicodeFormAndWhiteSpaceDoNotMatter() {
        String composed = PromptKey.of(List.of(Message.user("caf\u00e9  au\u3000lait\n")));
        assertEquals(composed, PromptKey.of(List.of(Message.user(" cafe\u0301 au lait"))));
    }

    @Test
    void roleTextAndOrderMatter() {
        String key = PromptKey.of(List.of(Message.user("a"), Message.user("b")));
        assertNotEquals(key, PromptKey.of(List.of(Message.user("a"), Message.system("b"))));
        assertNotEquals(key, PromptKey.of(List.of(Message.user("b"), Message.user("a"))));
        assertNotEquals(key, PromptKey.of(List.of(Message.user("ab"))));
    }

    @Test
    void anotherSaltGivesAnIndependentDivision() {
        Set<Prompt> first = new HashSet<>(SPLITTER.split(PROMPTS).test());
        List<Prompt> second =
                new Splitter(0.2, 0.1, "other", Grouping.PROMPT).split(PROMPTS).test();
        double shared = second.stream().filter(first::contains).count() / 5000.0;
        assertEquals(0.2 * 0.2, shared, FRACTION_TOLERANCE);
    }

    @Test
    void openingKeepsTheTurnsOfATreeTogether() {
        Splitter splitter = new Splitter(0.5, 0, "salt", Grouping.OPENING);
        for (Prompt prompt : PROMPTS.subList(0, 100)) {
            List<Message> later = List.of(
                    Message.system("Be brief."), prompt.prompt().getFirst(), Message.assistant("b"), Message.user("c"));
            assertEquals(splitter.partOf(prompt.prompt()), splitter.partOf(later));
        }
    }

    @Test
    void negativeControlWholePromptsPartTheTurnsOfATree() {
        Splitter splitter = Splitter.test(0.5, "salt");
        long parted = PROMPTS.subList(0, 100).stream()
                .filter(p -> splitter.partOf(p.prompt())
                        != splitter.partOf(List.of(p.prompt().getFirst(), Message.assistant("b"), Message.user("c"))))
                .count();
        assertTrue(parted > 25, "only " + parted);
    }

    @Test
    void fractionsMustLeaveSomethingToLearnFrom() {
        assertThrows(IllegalArgumentException.class, () -> Splitter.test(1, ""));
        assertThrows(IllegalArgumentException.class, () -> new Splitter(0.5, 0.5, "", Grouping.PROMPT));
        assertEquals(
                Collections.emptyList(), Splitter.test(0, "").split(PROMPTS).test());
    }

    private static Set<List<Message>> prompts(List<Ranking> rankings) {
        return rankings.stream().map(Ranking::prompt).collect(Collectors.toSet());
    }
}
