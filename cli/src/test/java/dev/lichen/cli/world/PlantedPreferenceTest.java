package dev.lichen.cli.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PlantedPreferenceTest {

    private static final double EXACT = 0;

    private final World world = World.create(new SplittableRandom(1));
    private final Task water =
            world.taskOf("What is the Chinese word for water?").orElseThrow();
    private final Task milk = world.taskOf("How do you say milk in Chinese?").orElseThrow();
    private final Task difference = world.taskOf("What is 8 - 4?").orElseThrow();

    @Test
    void goodAnswerHasTheUtilityWorkedByHand() { // 3 correct + 1 complete + 1 courteous + 1 finished
        assertEquals(6, PlantedPreference.utility(water, "The Chinese word for water is 水. Glad to help!"), EXACT);
    }

    @Test
    void bareKeyIsCorrectAndFinishedOnly() {
        assertEquals(4, PlantedPreference.utility(water, "水."), EXACT);
    }

    @Test
    void rudenessCostsTwo() { // 3 + 1 + 1 - 2
        assertEquals(
                3, PlantedPreference.utility(water, "What a silly question. The Chinese word for water is 水."), EXACT);
    }

    @Test
    void everySentenceBeyondTwoCostsOne() { // 3 + 1 + 1 + 1 - 2
        String answer = "The Chinese word for water is 水. 水. 水. Glad to help!";
        assertEquals(4, PlantedPreference.utility(water, answer), EXACT);
    }

    @Test
    void emptyAnswerIsWorthNothing() {
        assertEquals(0, PlantedPreference.utility(water, ""), EXACT);
    }

    @Test
    void namingARivalIsWrong() {
        assertFalse(PlantedPreference.judge(water, "The Chinese word for water is 水 or 火.")
                .correct());
    }

    @Test
    void wordInsideALongerWordIsNotNamed() { // 牛奶 is milk, 牛 is cow
        assertTrue(PlantedPreference.judge(milk, "牛奶.").correct());
        assertFalse(PlantedPreference.judge(milk, "牛.").correct());
    }

    @Test
    void operandOfTheQuestionIsNotTheAnswer() {
        assertFalse(PlantedPreference.judge(difference, "8 - 4 =").correct());
        assertTrue(PlantedPreference.judge(difference, "8 - 4 = 4.").correct());
    }

    @Test
    void everyStyleIsJudgedAsItIsMeant() {
        var random = new SplittableRandom(5);
        for (Task task : world.tasks()) {
            Quality good = PlantedPreference.judge(task, AnswerWriter.write(task, AnswerStyle.GOOD, random));
            assertEquals(6, good.utility(), EXACT, () -> task + " " + good);
            Quality wrong = PlantedPreference.judge(task, AnswerWriter.write(task, AnswerStyle.WRONG, random));
            assertFalse(wrong.correct(), task::toString);
            Quality curt = PlantedPreference.judge(task, AnswerWriter.write(task, AnswerStyle.CURT, random));
            assertTrue(curt.correct() && !curt.courteous(), task::toString);
            assertTrue(PlantedPreference.judge(task, AnswerWriter.write(task, AnswerStyle.RUDE, random))
                    .rude());
            Quality rambling = PlantedPreference.judge(task, AnswerWriter.write(task, AnswerStyle.RAMBLING, random));
            assertTrue(rambling.surplusSentences() > 0, task::toString);
        }
    }
}
