package dev.lichen.evaluation;

import dev.lichen.datasets.statistics.Outcome;

/**
 * Two answers to one prompt and the judge's word on them.
 *
 * @param contest what was judged
 * @param candidateScore the judge's score of the new policy's answer, finite
 * @param baselineScore the judge's score of the old policy's answer, finite
 * @param outcome the result for the candidate
 */
public record Comparison(Contest contest, double candidateScore, double baselineScore, Outcome.Result outcome) {

    /** Returns by how much the candidate's score is higher. */
    public double margin() {
        return candidateScore - baselineScore;
    }
}
