package dev.lichen.rewardmodel;

import java.util.Arrays;

/**
 * How strongly, and how unanimously, several reward models prefer the chosen answer of a pair (Wang et al. 2024,
 * <em>Secrets of RLHF, part II</em>).
 *
 * @param mean the mean of r(chosen) - r(rejected) over the models
 * @param deviation its population standard deviation
 */
public record PreferenceStrength(double mean, double deviation) {

    /** The strength from each model's score difference. */
    public static PreferenceStrength of(double... differences) {
        double mean = Arrays.stream(differences).average().orElseThrow();
        double variance = Arrays.stream(differences)
                .map(difference -> (difference - mean) * (difference - mean))
                .average()
                .orElseThrow();
        return new PreferenceStrength(mean, Math.sqrt(variance));
    }
}
