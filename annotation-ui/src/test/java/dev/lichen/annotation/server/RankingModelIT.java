package dev.lichen.annotation.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The functions by which answers are compared two at a time, tried on every order of a few answers. */
class RankingModelIT {

    private static final String MODEL = "/META-INF/resources/lichen/ranking-model.js";
    private static final String PROPERTIES = "/workbench/ranking-properties.js";

    /** What binary insertion takes at worst, for one answer to nine. */
    private static final List<Integer> MOST_QUESTIONS = List.of(0, 1, 3, 5, 8, 11, 14, 17, 21);

    private static Chromium chromium;
    private static BrowserContext window;
    private static Page page;

    @BeforeAll
    static void start() throws IOException {
        chromium = new Chromium();
        window = chromium.window(800, 600);
        page = window.newPage();
        page.evaluate(script(MODEL));
        page.evaluate(script(PROPERTIES));
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void honestAnswersGiveTheirOrderAndNoDoubt() {
        for (int answers = 2; answers <= 5; answers++) {
            assertEquals(List.of(), result("misread(" + answers + ")"));
        }
    }

    @Test
    void whatIsExpectedIsWrittenFromTheBestWithTiesAndWithoutWhatIsNotRanked() {
        assertEquals("B = D › A", result("expected(3, 1, null, 1)"));
        assertEquals("", result("expected(null, null)"));
    }

    @Test
    void noOrderOfFewAnswersTakesMoreQuestionsThanTheBound() {
        IntStream.rangeClosed(2, 6)
                .forEach(
                        answers -> assertEquals(MOST_QUESTIONS.get(answers - 1), result("mostAsked(" + answers + ")")));
    }

    @Test
    void theBoundIsReachedForAnyNumberOfAnswers() {
        IntStream.rangeClosed(2, 9)
                .forEach(answers -> assertEquals(MOST_QUESTIONS.get(answers - 1), result("slowest(" + answers + ")")));
    }

    @Test
    void aCheckAsksEveryPairOfUpToSevenAnswersAndNeverMoreThanTwentyOne() {
        IntStream.rangeClosed(2, 7)
                .forEach(answers -> assertEquals(answers * (answers - 1) / 2, result("askedInAll(" + answers + ")")));
        assertEquals(21, result("askedInAll(8)"));
        assertEquals(21, result("askedInAll(9)"));
    }

    @Test
    void aCircleIsFoundAsItWasPlantedAndNoOther() {
        for (int answers = 3; answers <= 5; answers++) {
            assertEquals(List.of(), result("missedCircles(" + answers + ", -1)"));
            assertEquals(List.of(), result("missedCircles(" + answers + ", 0)"), "with two equals in it");
        }
    }

    @Test
    void equalsInACircleAreNoContradiction() {
        assertEquals(List.of(), result("doubts([['A', 'B', 'C']], ['A=B', 'B=C', 'C=A'])"));
        assertEquals(List.of("A>B B=C C=D D>A"), result("doubts([], ['A>B', 'B=C', 'C=D', 'D>A'])"));
    }

    @Test
    void theLatestComparisonOfAPairCounts() {
        assertEquals(List.of(), result("doubts([['A'], ['B'], ['C']], ['A>B', 'B>C', 'C>A', 'C<A'])"));
    }

    @Test
    void aPairThatStandsOtherwiseIsNamedUntilItIsLetStand() {
        assertEquals(List.of("C FIRST A 1"), result("doubts([['A'], ['B'], ['C']], ['C>A'])"));
        assertEquals(List.of("A TIE B -1"), result("doubts([['A'], ['B'], ['C']], ['A=B'])"));
        assertEquals(List.of("A FIRST B 0"), result("doubts([['A', 'B']], ['A>B'])"));
        assertEquals(List.of(), result("doubts([['A'], ['B'], ['C']], ['C>A'], ['C FIRST A 1'])"));
        assertEquals(List.of(), result("doubts([['A'], ['B']], ['C>A'])"), "C is not ranked");
    }

    @Test
    void whatWasSaidMakesAnyOrderOutOfAnyOther() {
        for (int answers = 2; answers <= 4; answers++) {
            assertEquals(List.of(), result("notFollowed(" + answers + ")"));
        }
        assertEquals("B = C › D › A", result("asSaid([['A'], ['B'], ['C'], ['D']], ['D>A', 'C>D', 'B=C'])"));
    }

    private static Object result(String call) {
        return page.evaluate("() => Properties." + call);
    }

    private static String script(String resource) throws IOException {
        try (InputStream script = RankingModelIT.class.getResourceAsStream(resource)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
