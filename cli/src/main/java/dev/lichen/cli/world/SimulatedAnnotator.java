package dev.lichen.cli.world;

import dev.lichen.datasets.Tiers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Ranks answers as a person of some care would: it perceives the planted utility with an error.
 *
 * <p>The perceived utility is the planted one plus normal noise. Answers whose perceived utilities lie closer together
 * than the tie threshold share a tier. In a lapse the annotator does not look and ranks at random; now and then it leaves
 * one answer unranked.
 *
 * @param name the name that records carry; it begins with {@code simulated-}
 * @param noise the standard deviation of the perceived utility, at least 0
 * @param tieThreshold the smallest difference that the annotator can tell, at least 0
 * @param lapseRate the probability of ranking at random, from 0 to 1
 * @param skipRate the probability of leaving one answer unranked, from 0 to 1
 */
public record SimulatedAnnotator(String name, double noise, double tieThreshold, double lapseRate, double skipRate) {

    /** Looks closely and hardly ever slips. */
    public static final SimulatedAnnotator CAREFUL = new SimulatedAnnotator("simulated-careful", 0.3, 0.5, 0.01, 0);
    /** Reads fast: more noise, more ties, some answers not ranked. */
    public static final SimulatedAnnotator HURRIED = new SimulatedAnnotator("simulated-hurried", 1.0, 0.8, 0.05, 0.1);
    /** Guesses often. */
    public static final SimulatedAnnotator CARELESS = new SimulatedAnnotator("simulated-careless", 2.0, 0.5, 0.2, 0.05);

    private static final int FEWEST_RANKED = 2;

    /** Checks that the record calls itself simulated. */
    public SimulatedAnnotator {
        if (!name.startsWith("simulated-")) {
            throw new IllegalArgumentException("a simulated annotator's name begins with simulated-, was " + name);
        }
    }

    /** Returns the three annotators of the quickstart. */
    public static List<SimulatedAnnotator> all() {
        return List.of(CAREFUL, HURRIED, CARELESS);
    }

    /** Returns the tiers that it sorts the answers into; where it skips, one is not ranked. */
    public Tiers rank(Task task, List<String> answers, RandomGenerator random) {
        double[] perceived = perceive(task, answers, random);
        List<Integer> ranked = new ArrayList<>(bestFirst(perceived));
        if (ranked.size() > FEWEST_RANKED && random.nextDouble() < skipRate) {
            ranked.remove(/* index */ random.nextInt(ranked.size()));
        }
        return tiers(perceived, ranked);
    }

    private double[] perceive(Task task, List<String> answers, RandomGenerator random) {
        boolean lapse = random.nextDouble() < lapseRate;
        return answers.stream()
                .mapToDouble(answer -> lapse ? 0 : PlantedPreference.utility(task, answer))
                .map(utility -> utility + (lapse ? 1 : noise) * random.nextGaussian())
                .toArray();
    }

    private static List<Integer> bestFirst(double[] perceived) {
        return IntStream.range(0, perceived.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -perceived[i]))
                .toList();
    }

    private Tiers tiers(double[] perceived, List<Integer> ranked) {
        int[] tiers = new int[perceived.length]; // 0 stands for an answer that was not ranked
        int tier = 1;
        for (int place = 0; place < ranked.size(); place++) {
            int answer = ranked.get(place);
            if (place > 0 && perceived[ranked.get(place - 1)] - perceived[answer] >= tieThreshold) {
                tier++;
            }
            tiers[answer] = tier;
        }
        return Tiers.of(tiers);
    }
}
