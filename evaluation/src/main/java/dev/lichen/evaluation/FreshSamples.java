package dev.lichen.evaluation;

import dev.lichen.lm.tokenizer.MaskedTokens;
import dev.lichen.lm.transformer.CausalLanguageModel;
import dev.lichen.lm.transformer.MicroBatches;
import dev.lichen.lm.transformer.TokenScores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Scores freshly sampled answers under the policy that gave them and under the reference.
 *
 * <p>Both at the temperature of sampling: the divergence is then that of the distributions that answers come from, as in
 * training. Answers drawn greedily or from a cut-off distribution tell nothing about it.
 *
 * @param policy the model that sampled
 * @param reference the model it is compared with; the policy itself for a reference's own answers
 * @param temperature of sampling, above 0
 */
public record FreshSamples(CausalLanguageModel policy, CausalLanguageModel reference, double temperature) {
    private static final int TOKENS_AT_ONCE = 4096;

    public FreshSamples {
        if (!(temperature > 0)) {
            throw new IllegalArgumentException("temperature must be above 0, was " + temperature);
        }
    }

    /** Measures each answer, in order; answers without tokens are left out, since they were not sampled. */
    public List<SampleMeasurement> measure(List<SampledAnswer> sampled) {
        List<SampledAnswer> answers = sampled.stream()
                .filter(answer -> !answer.generation().tokens().isEmpty())
                .toList();
        List<MaskedTokens> sequences =
                answers.stream().map(SampledAnswer::scored).toList();
        SortedMap<Integer, SampleMeasurement> measurements = new TreeMap<>();
        for (int[] batch : MicroBatches.of(sequences, TOKENS_AT_ONCE)) {
            List<SampledAnswer> members =
                    Arrays.stream(batch).mapToObj(answers::get).toList();
            List<SampleMeasurement> measured = measureTogether(members);
            for (int i = 0; i < batch.length; i++) {
                measurements.put(batch[i], measured.get(i));
            }
        }
        return List.copyOf(measurements.values());
    }

    private List<SampleMeasurement> measureTogether(List<SampledAnswer> answers) {
        List<MaskedTokens> sequences =
                answers.stream().map(SampledAnswer::scored).toList();
        TokenScores own = policy.score(sequences, temperature);
        TokenScores other = reference == policy ? own : reference.score(sequences, temperature);
        List<SampleMeasurement> measurements = new ArrayList<>();
        int from = 0;
        for (SampledAnswer answer : answers) {
            int to = from + answer.generation().tokens().size();
            measurements.add(measurement(answer, own.slice(from, to), other.slice(from, to)));
            from = to;
        }
        return measurements;
    }

    private static SampleMeasurement measurement(SampledAnswer answer, TokenScores own, TokenScores other) {
        return SampleMeasurement.of(
                answer.prompt(),
                answer.generation().tokens(),
                answer.finished(),
                own.logProbabilities(),
                other.logProbabilities(),
                own.entropies());
    }
}
