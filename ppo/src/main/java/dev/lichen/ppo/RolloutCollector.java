package dev.lichen.ppo;

import dev.lichen.lm.generation.FinishReason;
import dev.lichen.lm.generation.Generation;
import dev.lichen.lm.generation.Generator;
import dev.lichen.lm.generation.SamplingConfig;
import dev.lichen.lm.tokenizer.MaskedTokens;
import dev.lichen.lm.tokenizer.Tokenizer;
import dev.lichen.lm.transformer.CausalLanguageModel;
import dev.lichen.lm.transformer.TokenScores;
import dev.lichen.training.RandomStreams;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Lets the policy answer prompts, and asks everyone what they think of the answers.
 *
 * <p>Each response has a seed of its own, derived from step and place, so that neighbours change nothing. What the policy
 * thinks of its tokens is computed anew after sampling, by the pass that the losses use: then the ratio of the first
 * update is 1 up to rounding, whatever kernels sampling uses.
 */
public final class RolloutCollector {

    private final PpoActors actors;
    private final Tokenizer tokenizer;
    private final Set<Integer> stopTokens;
    private final SamplingConfig sampling;
    private final RandomStreams streams;

    /**
     * Puts the parts together.
     *
     * @param actors the models
     * @param tokenizer turns responses into text
     * @param stopTokens the tokens that end a response
     * @param sampling temperature and length; no filters
     * @param streams the run's random numbers
     */
    public RolloutCollector(
            PpoActors actors,
            Tokenizer tokenizer,
            Set<Integer> stopTokens,
            SamplingConfig sampling,
            RandomStreams streams) {
        this.actors = actors;
        this.tokenizer = tokenizer;
        this.stopTokens = Set.copyOf(stopTokens);
        this.sampling = sampling;
        this.streams = streams;
    }

    /**
     * Samples one response to each prompt and has it judged.
     *
     * @param prompts a prompt may stand there several times
     * @param purpose names the random numbers
     * @param stepsDone how many steps went before
     */
    public Rollouts collect(List<PpoPrompt> prompts, String purpose, long stepsDone) {
        List<SampledResponse> responses = sample(prompts, purpose, stepsDone);
        List<MaskedTokens> marked =
                responses.stream().map(SampledResponse::marked).toList();
        TokenValues rows = TokenValues.of(responses.stream()
                .map(response -> new double[response.response().size()])
                .toList());
        TokenScores policy = actors.policy().score(marked, sampling.temperature());
        TokenScores reference = actors.reference().score(marked, sampling.temperature());
        float[] values = actors.critic()
                .score(responses.stream().map(SampledResponse::markedBefore).toList());
        return new Rollouts(
                responses,
                rows.withValues(policy.logProbabilities()),
                rows.withValues(policy.entropies()),
                rows.withValues(reference.logProbabilities()),
                rows.withValues(values),
                actors.reward().score(responses));
    }

    private List<SampledResponse> sample(List<PpoPrompt> prompts, String purpose, long stepsDone) {
        List<Long> seeds = IntStream.range(0, prompts.size())
                .mapToObj(index -> streams.seed(purpose, stepsDone, index))
                .toList();
        CausalLanguageModel policy = actors.policy();
        List<Generation> generations = new Generator(policy)
                .generate(prompts.stream().map(PpoPrompt::context).toList(), sampling, stopTokens, seeds);
        policy.transformer().releasePackedWeights();
        List<SampledResponse> responses = new ArrayList<>();
        for (int i = 0; i < prompts.size(); i++) {
            responses.add(response(prompts.get(i), generations.get(i)));
        }
        return responses;
    }

    private SampledResponse response(PpoPrompt prompt, Generation generation) {
        return new SampledResponse(
                prompt.prompt(),
                prompt.context(),
                generation.tokens(),
                tokenizer.decode(generation.tokens()),
                generation.finishReason() == FinishReason.STOP);
    }
}
