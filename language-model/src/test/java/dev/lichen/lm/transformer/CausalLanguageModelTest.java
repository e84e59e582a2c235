package dev.lichen.lm.transformer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import dev.lichen.lm.architecture.TransformerConfig;
import dev.lichen.lm.tokenizer.MaskedTokens;
import dev.lichen.lm.tokenizer.PositionMask;
import dev.lichen.lm.tokenizer.TokenSequence;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CausalLanguageModelTest {
    private static final float SAME = 1e-5f;
    private static final double DERIVATIVE = 2e-2; // relative; float32 finite differences
    private static final MaskedTokens LONG = MaskedTokens.from(TokenSequence.of(3, 9, 27, 17, 51, 25, 11, 33), 1);
    private static final MaskedTokens SHORT = MaskedTokens.from(TokenSequence.of(5, 6, 7), 2);

    @Test
    void probabilitiesOfAllWordsAddUpToOne() {
        try (CausalLanguageModel model = TinyModels.random(1)) {
            double sum = IntStream.range(0, 64)
                    .mapToDouble(word -> Math.exp(score(model, List.of(5, 6, word), 2)))
                    .sum();
            assertEquals(1, sum, SAME);
        }
    }

    @Test
    void laterTokensChangeNothingBefore() {
        try (CausalLanguageModel model = TinyModels.random(1)) {
            float[] one = model.logits(TokenSequence.of(1, 2, 3, 4)).get(2);
            float[] other = model.logits(TokenSequence.of(1, 2, 3, 60)).get(2);
            assertArrayEquals(one, other, SAME);
        }
    }

    @Test
    void neighboursInABatchChangeNothing() {
        try (CausalLanguageModel model = TinyModels.random(1)) {
            float[] together = model.score(List.of(LONG, SHORT), 1).logProbabilities();
            float[] apart = concatenate(
                    model.score(List.of(LONG), 1).logProbabilities(),
                    model.score(List.of(SHORT), 1).logProbabilities());
            assertArrayEquals(apart, together, SAME);
        }
    }

    @Test
    void anotherTokenChangesTheScore() { // negative control of the two tests above
        try (CausalLanguageModel model = TinyModels.random(1)) {
            float[] one = model.logits(TokenSequence.of(1, 2, 3, 4)).get(2);
            float[] other = model.logits(TokenSequence.of(1, 60, 3, 4)).get(2);
            assertTrue(Math.abs(one[0] - other[0]) > 100 * SAME);
        }
    }

    @Test
    void scoresAreTheLogitsNormalised() {
        try (CausalLanguageModel model = TinyModels.random(1)) {
            float[] logits = model.logits(SHORT.tokens()).get(1);
            double partition = IntStream.range(0, 64)
                    .mapToDouble(i -> Math.exp(logits[i] / 0.7))
                    .sum();
            double expected = logits[7] / 0.7 - Math.log(partition);
            assertEquals(expected, model.score(List.of(SHORT), 0.7).logProbability(0), SAME);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void gradientsAreFiniteDifferences(boolean tied) {
        TransformerConfig config = tied ? TinyModels.config() : TinyModels.untied();
        try (CausalLanguageModel model = CausalLanguageModel.initialise(config, Compute.reference(), 7)) {
            enlarge(model);
            List<MaskedTokens> batch = List.of(LONG, SHORT);
            float[] c = {0.5f, -1f, 2f, 0.1f, 1f, -0.3f, 0.7f, 1.5f};
            float[] e = {0.2f, 0f, -0.4f, 1f, 0f, 0.6f, -1f, 0.3f};
            try (LanguageModelPass pass = model.forward(batch, 0.8)) {
                pass.backward(c, e);
            }
            for (int tensor = 0; tensor < model.parameters().weights().size(); tensor++) {
                assertDerivative(model, tensor, () -> weightedSum(model.score(batch, 0.8), c, e));
            }
        }
    }

    /** Random weights of 0.02 give gradients too small to compare; larger ones do not. */
    private static void enlarge(CausalLanguageModel model) {
        for (NDArray weight : model.parameters().weights()) {
            if (weight.getShape().dimension() > 1) {
                weight.muli(10);
            }
        }
        model.parameters().refresh();
    }

    private static void assertDerivative(CausalLanguageModel model, int tensor, java.util.function.DoubleSupplier sum) {
        NDArray weight = model.parameters().weights().get(tensor);
        float[] gradient = model.parameters().gradients().get(tensor).toFloatArray();
        float[] values = weight.toFloatArray();
        int index = largest(gradient);
        float original = values[index];
        float step = 2e-3f;
        values[index] = original + step;
        weight.set(values);
        double above = sum.getAsDouble();
        values[index] = original - step;
        weight.set(values);
        double below = sum.getAsDouble();
        values[index] = original;
        weight.set(values);
        double slope = (above - below) / (2 * step);
        assertEquals(slope, gradient[index], DERIVATIVE * Math.abs(slope) + 1e-3, "tensor " + tensor);
    }

    private static int largest(float[] values) {
        return IntStream.range(0, values.length)
                .boxed()
                .max((a, b) -> Float.compare(Math.abs(values[a]), Math.abs(values[b])))
                .orElseThrow();
    }

    private static double weightedSum(TokenScores scores, float[] c, float[] e) {
        return IntStream.range(0, c.length)
                .mapToDouble(i -> c[i] * scores.logProbability(i) + e[i] * scores.entropy(i))
                .sum();
    }

    @Test
    void oneCallAndTwoCallsGiveTheSameGradients() {
        try (CausalLanguageModel model = TinyModels.random(3)) {
            float[] c = {1, 2, 3, 4, 5, 6, 7, 8};
            model.accumulate(List.of(LONG, SHORT), c);
            float[] once = model.parameters().gradients().get(2).toFloatArray();
            model.parameters().zeroGradients();
            try (LanguageModelPass pass = model.forward(List.of(LONG, SHORT), 1)) {
                pass.backward(c, new float[8]);
            }
            assertArrayEquals(once, model.parameters().gradients().get(2).toFloatArray(), SAME);
        }
    }

    @Test
    void microBatchesAddUpToTheBatch() {
        try (CausalLanguageModel model = TinyModels.random(3)) {
            model.accumulate(List.of(LONG, SHORT), new float[] {1, 2, 3, 4, 5, 6, 7, 8});
            float[] together = model.parameters().gradients().get(0).toFloatArray();
            model.parameters().zeroGradients();
            model.accumulate(List.of(LONG), new float[] {1, 2, 3, 4, 5, 6, 7});
            model.accumulate(List.of(SHORT), new float[] {8});
            assertArrayEquals(together, model.parameters().gradients().get(0).toFloatArray(), 1e-4f);
        }
    }

    @Test
    void bfloat16StaysCloseToFloat32() {
        Compute half = new Compute(Device.cpu(), Precision.BFLOAT16);
        try (CausalLanguageModel exact = TinyModels.random(5);
                CausalLanguageModel rounded = CausalLanguageModel.trainable(
                        TinyModels.config(), half, exact.parameters().source());
                CausalLanguageModel frozen = CausalLanguageModel.frozen(
                        TinyModels.config(), half, exact.parameters().source())) {
            float[] expected = exact.score(List.of(LONG), 1).logProbabilities();
            assertArrayEquals(expected, rounded.score(List.of(LONG), 1).logProbabilities(), 0.05f);
            assertArrayEquals(
                    rounded.score(List.of(LONG), 1).logProbabilities(),
                    frozen.score(List.of(LONG), 1).logProbabilities());
        }
    }

    @Test
    void onlyMarkedTokensAreScored() {
        try (CausalLanguageModel model = TinyModels.random(1)) {
            MaskedTokens some = new MaskedTokens(
                    LONG.tokens(), PositionMask.of(false, false, true, false, false, true, false, false));
            float[] all = model.score(List.of(LONG), 1).logProbabilities();
            assertArrayEquals(
                    new float[] {all[1], all[4]}, model.score(List.of(some), 1).logProbabilities(), SAME);
        }
    }

    @Test
    void aSequenceBeyondTheContextIsRefused() {
        try (CausalLanguageModel model = TinyModels.random(1)) {
            MaskedTokens tooLong = MaskedTokens.from(TokenSequence.of(new int[49]), 1);
            SequenceTooLongException e =
                    assertThrows(SequenceTooLongException.class, () -> model.score(List.of(tooLong), 1));
            assertEquals(
                    "a sequence has 49 tokens, but the model's context ends at 48; "
                            + "shorten it or choose a model with a longer context",
                    e.getMessage());
        }
    }

    @Test
    void theSameSeedGivesTheSameWeights() {
        try (CausalLanguageModel one = TinyModels.random(4);
                CausalLanguageModel same = TinyModels.random(4);
                CausalLanguageModel other = TinyModels.random(5)) {
            float[] weights = one.parameters().weights().get(0).toFloatArray();
            assertArrayEquals(weights, same.parameters().weights().get(0).toFloatArray());
            assertTrue(
                    !Arrays.equals(weights, other.parameters().weights().get(0).toFloatArray()));
        }
    }

    private static float score(CausalLanguageModel model, List<Integer> tokens, int from) {
        return model.score(List.of(MaskedTokens.from(TokenSequence.of(tokens), from)), 1)
                .logProbability(0);
    }

    private static float[] concatenate(float[] a, float[] b) {
        float[] result = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, result, a.length, b.length);
        return result;
    }
}
