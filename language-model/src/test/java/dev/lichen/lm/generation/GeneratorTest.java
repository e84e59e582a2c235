package dev.lichen.lm.generation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.lm.tokenizer.MaskedTokens;
import dev.lichen.lm.tokenizer.TokenSequence;
import dev.lichen.lm.transformer.CausalLanguageModel;
import dev.lichen.lm.transformer.SequenceTooLongException;
import dev.lichen.lm.transformer.TinyModels;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GeneratorTest {
    private static final float SAME = 1e-4f;
    private static final List<TokenSequence> PROMPTS =
            List.of(TokenSequence.of(1), TokenSequence.of(2, 3, 4, 5, 6), TokenSequence.of(9, 8));
    private static final List<Long> SEEDS = List.of(11L, 12L, 13L);
    private static final Set<Integer> NEVER = Set.of();
    private static CausalLanguageModel model;

    @BeforeAll
    @SuppressWarnings("MustBeClosedChecker") // closed after all tests
    static void load() {
        model = TinyModels.random(21);
        model.parameters().weights().forEach(weight -> {
            if (weight.getShape().dimension() > 1) {
                weight.muli(10); // sharper distributions
            }
        });
        model.parameters().refresh();
    }

    @AfterAll
    static void close() {
        model.close();
    }

    private static List<Generation> generate(SamplingConfig sampling, Set<Integer> stop) {
        return new Generator(model).generate(PROMPTS, sampling, stop, SEEDS);
    }

    @Test
    void greedyTokensAreTheLikeliestOfTheUncachedModel() {
        for (int i = 0; i < PROMPTS.size(); i++) {
            TokenSequence tokens =
                    generate(SamplingConfig.greedy(10), NEVER).get(i).tokens();
            TokenSequence text = PROMPTS.get(i);
            for (int t = 0; t < tokens.size(); t++) {
                List<float[]> logits = model.logits(text);
                assertEquals(argmax(logits.get(text.size() - 1)), tokens.get(t));
                text = text.plus(tokens.get(t));
            }
        }
    }

    private static int argmax(float[] values) {
        return IntStream.range(0, values.length)
                .boxed()
                .max((a, b) -> Float.compare(values[a], values[b]))
                .orElseThrow();
    }

    @Test
    void logProbabilitiesAreThoseOfScoring() {
        SamplingConfig warm = new SamplingConfig(1.3, 0, 1, 12);
        List<Generation> said = generate(warm, NEVER);
        for (int i = 0; i < PROMPTS.size(); i++) {
            TokenSequence prompt = PROMPTS.get(i);
            MaskedTokens whole = MaskedTokens.from(prompt.plus(said.get(i).tokens()), prompt.size());
            float[] scored = model.score(List.of(whole), 1.3).logProbabilities();
            assertArrayEquals(scored, said.get(i).logProbabilities().toArray(), SAME);
        }
    }

    @Test
    void anotherTemperatureGivesOtherLogProbabilities() { // negative control of the test above
        Generation said = generate(new SamplingConfig(1.3, 0, 1, 12), NEVER).get(1);
        MaskedTokens whole = MaskedTokens.from(PROMPTS.get(1).plus(said.tokens()), 5);
        double sum = 0;
        for (float score : model.score(List.of(whole), 1).logProbabilities()) {
            sum += score;
        }
        assertNotEquals(said.logProbabilities().sum(), sum, 100 * SAME);
    }

    @Test
    void neighboursChangeNoToken() {
        List<Generation> together = generate(SamplingConfig.ancestral(20), Set.of(7));
        for (int i = 0; i < PROMPTS.size(); i++) {
            Generation alone = new Generator(model)
                    .generate(List.of(PROMPTS.get(i)), SamplingConfig.ancestral(20), Set.of(7), List.of(SEEDS.get(i)))
                    .get(0);
            assertEquals(alone.tokens(), together.get(i).tokens());
            assertEquals(alone.finishReason(), together.get(i).finishReason());
        }
    }

    @Test
    void cachesOfFewSequencesGiveTheSameTexts() {
        List<Generation> all = generate(SamplingConfig.ancestral(20), Set.of(7));
        List<Generation> twoAtOnce =
                new Generator(model, 2).generate(PROMPTS, SamplingConfig.ancestral(20), Set.of(7), SEEDS);
        assertEquals(
                all.stream().map(Generation::tokens).toList(),
                twoAtOnce.stream().map(Generation::tokens).toList());
    }

    @Test
    void anotherSeedGivesAnotherText() {
        Generation one = generate(SamplingConfig.ancestral(20), NEVER).get(0);
        Generation other = new Generator(model)
                .generate(List.of(PROMPTS.get(0)), SamplingConfig.ancestral(20), NEVER, List.of(99L))
                .get(0);
        assertNotEquals(one.tokens(), other.tokens());
    }

    @Test
    void generationEndsWithTheStopToken() {
        Set<Integer> stop = IntStream.range(0, 16).boxed().collect(java.util.stream.Collectors.toSet());
        for (Generation said : generate(SamplingConfig.ancestral(40), stop)) {
            assertEquals(FinishReason.STOP, said.finishReason());
            assertTrue(stop.contains(said.tokens().last()));
            long stops = said.tokens().stream().filter(stop::contains).count();
            assertEquals(1, stops);
        }
    }

    @Test
    void drawnTokensFollowTheDistribution() {
        int draws = 4000;
        List<TokenSequence> prompts = new ArrayList<>();
        List<Long> seeds = new ArrayList<>();
        for (long i = 0; i < draws; i++) {
            prompts.add(TokenSequence.of(3, 4));
            seeds.add(i);
        }
        int[] counts = new int[64];
        new Generator(model, 1000)
                .generate(prompts, SamplingConfig.ancestral(1), NEVER, seeds)
                .forEach(said -> counts[said.tokens().get(0)]++);
        float[] logits = model.logits(TokenSequence.of(3, 4)).get(1);
        double partition =
                IntStream.range(0, 64).mapToDouble(i -> Math.exp(logits[i])).sum();
        for (int i = 0; i < 64; i++) {
            double p = Math.exp(logits[i]) / partition;
            double fourDeviations = 4 * Math.sqrt(p * (1 - p) / draws) + 1e-3;
            assertEquals(p, counts[i] / (double) draws, fourDeviations);
        }
    }

    @Test
    void topKDrawsOnlyTheLikeliest() {
        float[] logits = model.logits(PROMPTS.get(1)).get(4);
        int best = argmax(logits);
        for (long seed = 0; seed < 20; seed++) {
            Generation said = new Generator(model)
                    .generate(List.of(PROMPTS.get(1)), new SamplingConfig(5, 1, 1, 1), NEVER, List.of(seed))
                    .get(0);
            assertEquals(best, said.tokens().get(0));
            assertEquals(0, said.logProbabilities().get(0), SAME);
        }
    }

    @Test
    void topPKeepsTheSmallestSetThatHoldsTheShare() {
        Generation said = new Generator(model)
                .generate(List.of(PROMPTS.get(1)), new SamplingConfig(1, 0, 1e-6, 1), NEVER, List.of(5L))
                .get(0);
        assertEquals(argmax(model.logits(PROMPTS.get(1)).get(4)), said.tokens().get(0));
    }

    @Test
    void theEndOfTheContextEndsTheText() {
        Generation said = generate(SamplingConfig.ancestral(400), NEVER).get(1);
        assertEquals(48, said.tokens().size() + 5);
        assertEquals(FinishReason.LENGTH, said.finishReason());
    }

    @Test
    void aPromptThatFillsTheContextIsRefused() {
        List<TokenSequence> full = List.of(TokenSequence.of(new int[48]));
        Generator generator = new Generator(model);
        assertThrows(
                SequenceTooLongException.class,
                () -> generator.generate(full, SamplingConfig.greedy(1), NEVER, List.of(1L)));
    }

    @Test
    void aListenerHearsEveryToken() {
        List<Integer> heard = new ArrayList<>();
        Generation said = new Generator(model)
                .stream(
                        PROMPTS.get(2),
                        SamplingConfig.ancestral(9),
                        NEVER,
                        3L,
                        (prompt, tokens) -> tokens.stream().forEach(heard::add));
        assertEquals(said.tokens(), TokenSequence.of(heard));
    }
}
