package dev.lichen.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.datasets.Prompt;
import dev.lichen.lm.architecture.RotaryEmbedding;
import dev.lichen.lm.architecture.TransformerConfig;
import dev.lichen.lm.generation.Generator;
import dev.lichen.lm.generation.SamplingConfig;
import dev.lichen.lm.rendering.ConversationRenderer;
import dev.lichen.lm.tokenizer.ByteTokenizer;
import dev.lichen.lm.transformer.CausalLanguageModel;
import dev.lichen.lm.transformer.Compute;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Samples from tiny random models and measures what they said. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("MustBeClosedChecker") // the models are closed after the last test
class FreshSamplesTest {
    private static final double TOLERANCE = 1e-4;
    private static final int CONTEXT = 64;
    private static final SamplingConfig SAMPLING = SamplingConfig.ancestral(6);
    private static final List<Prompt> PROMPTS = List.of(Prompt.of("one"), Prompt.of("two"), Prompt.of("three"));

    private final ByteTokenizer tokenizer = ByteTokenizer.withTemplate("");
    private final CausalLanguageModel first = model(1);
    private final CausalLanguageModel second = model(2);

    private CausalLanguageModel model(long seed) {
        TransformerConfig config = new TransformerConfig(
                tokenizer.vocabularySize(), 32, 2, 4, 2, 8, 48, CONTEXT, 1e-6, RotaryEmbedding.of(10_000), true);
        return CausalLanguageModel.initialise(config, Compute.reference(), seed);
    }

    @AfterAll
    void close() {
        first.close();
        second.close();
    }

    private ModelPolicy policy(CausalLanguageModel model) {
        ModelPolicy.Speech speech = new ModelPolicy.Speech(tokenizer, ConversationRenderer.of(tokenizer), CONTEXT);
        return new ModelPolicy("policy", new Generator(model), speech, SAMPLING);
    }

    @Test
    void policyDoesNotDivergeFromItself() {
        ModelPolicy policy = policy(first);
        policy.answer(PROMPTS, 1);
        for (SampleMeasurement sample : new FreshSamples(first, first, 1).measure(policy.sampled())) {
            assertEquals(0, sample.k1());
            assertEquals(0, sample.k3());
        }
    }

    @Test
    void measuredPolicyIsTheOneThatSampled() {
        ModelPolicy policy = policy(first);
        policy.answer(PROMPTS, 1);
        List<SampleMeasurement> measured = new FreshSamples(first, second, 1).measure(policy.sampled());
        for (int i = 0; i < PROMPTS.size(); i++) {
            SampledAnswer answer = policy.sampled().get(i);
            double sampled = sum(answer.generation().logProbabilities().toArray());
            double other = sum(second.score(List.of(answer.scored()), 1).logProbabilities());
            assertEquals(sampled - other, measured.get(i).k1(), TOLERANCE);
            assertEquals(answer.prompt(), measured.get(i).prompt());
            assertTrue(measured.get(i).k3() > 0);
        }
    }

    @Test
    void swappedModelsWouldBeSeen() {
        ModelPolicy policy = policy(first);
        policy.answer(PROMPTS, 1);
        double right = new FreshSamples(first, second, 1)
                .measure(policy.sampled())
                .getFirst()
                .k1();
        double swapped = new FreshSamples(second, first, 1)
                .measure(policy.sampled())
                .getFirst()
                .k1();
        assertEquals(-right, swapped, TOLERANCE);
        assertNotEquals(right, swapped, TOLERANCE);
    }

    @Test
    void answerDependsOnItsPromptAndSeedOnly() {
        List<PolicyAnswer> together = policy(first).answer(PROMPTS, 1);
        assertEquals(
                together.getLast(),
                policy(first).answer(PROMPTS.subList(2, 3), 1).getFirst());
        assertNotEquals(together, policy(first).answer(PROMPTS, 2));
    }

    @Test
    void greedyAnswersAreNotMeasured() {
        assertThrows(IllegalArgumentException.class, () -> new FreshSamples(first, second, 0));
    }

    private static double sum(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }
}
