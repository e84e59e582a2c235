package dev.lichen.evaluation;

import dev.lichen.datasets.Prompt;
import dev.lichen.lm.generation.Generation;
import dev.lichen.lm.generation.Generator;
import dev.lichen.lm.generation.SamplingConfig;
import dev.lichen.lm.rendering.ConversationRenderer;
import dev.lichen.lm.tokenizer.TokenSequence;
import dev.lichen.lm.tokenizer.Tokenizer;
import dev.lichen.training.RandomStreams;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Answers prompts by sampling from a language model.
 *
 * <p>An answer depends on the seed, the prompt's text and the model only: neither the other prompts nor their order
 * change it. What was sampled is kept, so that {@link FreshSamples} can measure the very answers that were judged.
 */
public final class ModelPolicy implements AnsweringPolicy {
    private final String name;
    private final Generator generator;
    private final Speech speech;
    private final SamplingConfig sampling;
    private final List<SampledAnswer> sampled = new ArrayList<>();

    /**
     * Makes a policy of a model.
     *
     * @param name what the report calls it
     * @param generator samples from the model
     * @param speech how texts become tokens
     * @param sampling how tokens are drawn
     */
    public ModelPolicy(String name, Generator generator, Speech speech, SamplingConfig sampling) {
        this.name = name;
        this.generator = generator;
        this.speech = speech;
        this.sampling = sampling;
    }

    /**
     * How a model's texts become tokens and back.
     *
     * @param tokenizer text to tokens and back
     * @param renderer conversations to tokens
     * @param maximumLength the model's context, tokens; the oldest turns of a longer prompt are left out
     */
    public record Speech(Tokenizer tokenizer, ConversationRenderer renderer, int maximumLength) {}

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<PolicyAnswer> answer(List<Prompt> prompts, long seed) {
        List<TokenSequence> contexts = prompts.stream().map(this::render).toList();
        List<Generation> generations =
                generator.generate(contexts, sampling, speech.renderer().stopTokens(), seeds(prompts, seed));
        IntStream.range(0, prompts.size())
                .mapToObj(i -> new SampledAnswer(PromptKey.of(prompts.get(i)), contexts.get(i), generations.get(i)))
                .forEach(sampled::add);
        return sampled.subList(sampled.size() - prompts.size(), sampled.size()).stream()
                .map(this::answer)
                .toList();
    }

    /** Returns everything that was sampled so far, in order. */
    public List<SampledAnswer> sampled() {
        return List.copyOf(sampled);
    }

    private TokenSequence render(Prompt prompt) {
        return speech.renderer()
                .renderPromptWithin(prompt.prompt(), speech.maximumLength() - sampling.maximumNewTokens());
    }

    private static List<Long> seeds(List<Prompt> prompts, long seed) {
        RandomStreams streams = new RandomStreams(seed);
        return prompts.stream()
                .map(prompt -> streams.seed("evaluation " + PromptKey.of(prompt), 0, 0))
                .toList();
    }

    private PolicyAnswer answer(SampledAnswer answer) {
        TokenSequence tokens = answer.generation().tokens();
        return new PolicyAnswer(
                speech.tokenizer().decode(tokens),
                tokens.size(),
                answer.finished(),
                answer.context().plus(tokens));
    }
}
