package dev.lichen.evaluation.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lichen.datasets.Prompt;
import dev.lichen.datasets.statistics.Outcome;
import dev.lichen.evaluation.Comparison;
import dev.lichen.evaluation.Contest;
import dev.lichen.evaluation.PolicyAnswer;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleSelectionTest {

    private static Comparison comparison(String question, long seed, double candidate, double baseline) {
        PolicyAnswer answer = new PolicyAnswer("answer", 1, true);
        return new Comparison(
                new Contest(Prompt.of(question), seed, answer, answer),
                candidate,
                baseline,
                Outcome.Result.of(candidate, baseline));
    }

    private static final List<Comparison> COMPARISONS = List.of(
            comparison("one", 1, 0, 1),
            comparison("two", 1, 0, 5),
            comparison("two", 2, 0, 4),
            comparison("three", 1, 0, 0),
            comparison("four", 1, 3, 0));

    private static List<SampleGroup> chosen(int count) {
        return new SampleSelection("PPO", "SFT", count).choose(COMPARISONS);
    }

    private static List<String> questions(SampleGroup group) {
        return group.samples().stream()
                .map(sample -> sample.prompt().getLast().content())
                .toList();
    }

    @Test
    void worstLossComesFirstAndAPromptOnce() {
        SampleGroup worst = chosen(5).getFirst();
        assertEquals("Worst losses", worst.title());
        assertEquals(List.of("two", "one"), questions(worst));
        assertEquals(5, worst.samples().getFirst().before().score());
    }

    @Test
    void winsAreWins() {
        assertEquals(List.of("four"), questions(chosen(5).getLast()));
    }

    @Test
    void drawnOnesDependOnTheHashOnly() {
        List<String> drawn = questions(chosen(4).get(1));
        List<String> shuffled = questions(new SampleSelection("PPO", "SFT", 4)
                .choose(COMPARISONS.reversed())
                .get(1));
        assertEquals(4, drawn.size());
        assertEquals(drawn, shuffled);
    }

    @Test
    void countLimitsEachGroup() {
        assertEquals(1, chosen(1).getFirst().samples().size());
    }
}
