package dev.lichen.lm.transformer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import com.google.errorprone.annotations.MustBeClosed;
import dev.lichen.lm.tokenizer.MaskedTokens;
import dev.lichen.lm.tokenizer.TokenSequence;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScalarModelTest {
    private static final float SAME = 1e-5f;
    private static final MaskedTokens LONG = MaskedTokens.from(TokenSequence.of(3, 9, 27, 17, 51), 4);
    private static final MaskedTokens SHORT = MaskedTokens.from(TokenSequence.of(5, 6, 7), 0);

    @MustBeClosed
    private static ScalarModel model() {
        try (CausalLanguageModel body = TinyModels.random(2)) {
            return ScalarModel.onBody(
                    TinyModels.config(), Compute.reference(), body.parameters().source(), 9);
        }
    }

    @Test
    void neighboursInABatchChangeNoValue() {
        try (ScalarModel model = model()) {
            float[] together = model.score(List.of(SHORT, LONG));
            assertEquals(4, together.length);
            assertArrayEquals(model.score(List.of(LONG)), new float[] {together[3]}, SAME);
        }
    }

    @Test
    void aPassReadsTheSameValues() {
        try (ScalarModel model = model();
                ScalarPass pass = model.forward(List.of(SHORT, LONG))) {
            assertArrayEquals(model.score(List.of(SHORT, LONG)), pass.values(), SAME);
        }
    }

    @Test
    void theBiasGradientIsTheSumOfDerivatives() {
        try (ScalarModel model = model()) {
            try (ScalarPass pass = model.forward(List.of(SHORT, LONG))) {
                pass.backward(new float[] {1, 2, 3, -1});
            }
            List<NDArray> gradients = model.parameters().gradients();
            assertEquals(5, gradients.get(gradients.size() - 1).toFloatArray()[0], SAME);
        }
    }

    @Test
    void gradientsReachTheBody() {
        try (ScalarModel model = model()) {
            try (ScalarPass pass = model.forward(List.of(LONG))) {
                pass.backward(new float[] {1});
            }
            NDArray weight = model.parameters().weights().get(2);
            float[] values = weight.toFloatArray();
            float[] gradient = model.parameters().gradients().get(2).toFloatArray();
            float original = values[7];
            values[7] = original + 0.05f;
            weight.set(values);
            float above = model.score(List.of(LONG))[0];
            values[7] = original - 0.05f;
            weight.set(values);
            float below = model.score(List.of(LONG))[0];
            assertEquals((above - below) / 0.1, gradient[7], 0.05 * Math.abs(gradient[7]) + 1e-4);
        }
    }
}
