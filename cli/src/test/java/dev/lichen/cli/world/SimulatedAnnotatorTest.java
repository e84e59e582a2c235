package dev.lichen.cli.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.datasets.Tiers;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class SimulatedAnnotatorTest {

    private static final double CHANCE_MARGIN = 0.05;

    private final World world = World.create(new SplittableRandom(1));

    @Test
    void accuracyRisesWithCare() {
        double careful = accuracy(SimulatedAnnotator.CAREFUL);
        double hurried = accuracy(SimulatedAnnotator.HURRIED);
        double careless = accuracy(SimulatedAnnotator.CARELESS);
        assertTrue(careful > 0.97, "careful " + careful);
        assertTrue(hurried > 0.8 && hurried < careful, "hurried " + hurried);
        assertTrue(careless > 0.6 && careless < hurried, "careless " + careless);
    }

    @Test
    void annotatorWhoAlwaysLapsesIsAtChance() { // the negative control of the test above
        assertEquals(0.5, accuracy(new SimulatedAnnotator("simulated-asleep", 0, 0, 1, 0)), CHANCE_MARGIN);
    }

    @Test
    void annotatorWithoutNoiseRanksByUtility() {
        Task task = world.tasks().getFirst();
        var exact = new SimulatedAnnotator("simulated-exact", 0, 0.5, 0, 0);
        List<String> answers = List.of("?", task.statement(), task.statement(), task.statement() + " Glad to help!");
        assertEquals(Tiers.of(3, 2, 2, 1), exact.rank(task, answers, new SplittableRandom(2)));
    }

    @Test
    void skippedAnswerHasNoTier() {
        Task task = world.tasks().getFirst();
        var skipping = new SimulatedAnnotator("simulated-skipping", 0, 0.5, 0, 1);
        var tiers = skipping.rank(task, List.of("?", "!", task.statement()), new SplittableRandom(2));
        assertEquals(2, tiers.ranked());
    }

    @Test
    void twoAnswersAreNeverSkipped() {
        Task task = world.tasks().getFirst();
        var skipping = new SimulatedAnnotator("simulated-skipping", 0, 0.5, 0, 1);
        assertFalse(skipping.rank(task, List.of("?", task.statement()), new SplittableRandom(2))
                .isPartial());
    }

    @Test
    void annotatorMustCallItselfSimulated() {
        assertThrows(IllegalArgumentException.class, () -> new SimulatedAnnotator("anna", 0, 0, 0, 0));
    }

    /** The share of pairs with different planted utilities that the annotator orders as planted, ties counting half. */
    private double accuracy(SimulatedAnnotator annotator) {
        RandomGenerator random = new SplittableRandom(7);
        double right = 0;
        int pairs = 0;
        for (Task task : world.tasks()) {
            String a = AnswerWriter.write(task, AnswerStyle.draw(random), random);
            String b = AnswerWriter.write(task, AnswerStyle.draw(random), random);
            double difference = PlantedPreference.utility(task, a) - PlantedPreference.utility(task, b);
            var tiers = annotator.rank(task, List.of(a, b), random);
            if (difference != 0) {
                pairs++;
                int order =
                        Integer.compare(tiers.of(1).orElseThrow(), tiers.of(0).orElseThrow());
                right += order == 0 ? 0.5 : Math.signum(order) == Math.signum(difference) ? 1 : 0;
            }
        }
        return right / pairs;
    }
}
