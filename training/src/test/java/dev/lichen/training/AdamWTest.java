package dev.lichen.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.lm.checkpoint.HostTensor;
import dev.lichen.lm.checkpoint.TensorSource;
import dev.lichen.lm.tokenizer.MaskedTokens;
import dev.lichen.lm.tokenizer.TokenSequence;
import dev.lichen.lm.transformer.CausalLanguageModel;
import dev.lichen.lm.transformer.ParameterSet;
import dev.lichen.lm.transformer.TinyModels;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdamWTest {
    private static final double TOLERANCE = 1e-6;
    private static final AdamWConfig PLAIN = new AdamWConfig(0.9, 0.99, 1e-8, 0.1, 1e9);
    private static final List<MaskedTokens> BATCH = List.of(MaskedTokens.from(TokenSequence.of(1, 2, 3, 4, 5), 1));
    private static final float[] COEFFICIENTS = {-0.25f, -0.25f, -0.25f, -0.25f};

    /** The update written out in doubles, one number at a time, as in Loshchilov and Hutter's algorithm 2. */
    private static double update(double weight, double[] gradients, AdamWConfig c, double rate, double decay) {
        double m = 0;
        double v = 0;
        for (int t = 1; t <= gradients.length; t++) {
            double g = gradients[t - 1];
            m = c.beta1() * m + (1 - c.beta1()) * g;
            v = c.beta2() * v + (1 - c.beta2()) * g * g;
            double first = m / (1 - Math.pow(c.beta1(), t));
            double second = v / (1 - Math.pow(c.beta2(), t));
            weight -= rate * (first / (Math.sqrt(second) + c.epsilon()) + decay * weight);
        }
        return weight;
    }

    @Test
    void matricesFollowThePublishedUpdate() {
        assertFollows(2, 0.1, 0.1);
    }

    @Test
    void normsDoNotDecay() {
        assertFollows(1, 0, 0.1);
    }

    private static void assertFollows(int tensor, double decay, double otherDecay) {
        try (CausalLanguageModel model = TinyModels.random(1);
                AdamW optimizer = new AdamW(PLAIN, model.parameters())) {
            float start = model.parameters().weights().get(tensor).toFloatArray()[3];
            double[] gradients = new double[3];
            for (int step = 0; step < 3; step++) {
                model.accumulate(BATCH, COEFFICIENTS);
                gradients[step] = model.parameters().gradients().get(tensor).toFloatArray()[3];
                optimizer.step(0.01);
            }
            float end = model.parameters().weights().get(tensor).toFloatArray()[3];
            assertEquals(update(start, gradients, PLAIN, 0.01, decay), end, TOLERANCE);
            double wrong = update(start, gradients, PLAIN, 0.01, 0.5 + otherDecay); // negative control
            assertTrue(Math.abs(wrong - end) > 10 * TOLERANCE);
        }
    }

    @Test
    void gradientsAreScaledToTheGlobalNorm() {
        AdamWConfig tight = new AdamWConfig(0, 0, 1e-8, 0, 1e-3);
        try (CausalLanguageModel model = TinyModels.random(1);
                AdamW optimizer = new AdamW(tight, model.parameters())) {
            model.accumulate(BATCH, COEFFICIENTS);
            double squares = 0;
            for (var gradient : model.parameters().gradients()) {
                for (float g : gradient.toFloatArray()) {
                    squares += g * g;
                }
            }
            assertEquals(Math.sqrt(squares), optimizer.step(0), 1e-4);
            double clipped = 0;
            TensorSource state = optimizer.state();
            for (String name : state.shapes().keySet()) {
                if (name.startsWith("first_moment.")) {
                    for (float g : state.read(name).toArray()) {
                        clipped += g * g;
                    }
                }
            }
            assertEquals(1e-3, Math.sqrt(clipped), 1e-6);
        }
    }

    @Test
    void aGradientThatIsNoNumberChangesNothing() {
        try (CausalLanguageModel model = TinyModels.random(1);
                AdamW optimizer = new AdamW(PLAIN, model.parameters())) {
            float[] before = model.parameters().weights().get(2).toFloatArray();
            model.accumulate(BATCH, new float[] {Float.NaN, 0, 0, 0});
            assertTrue(Double.isNaN(optimizer.step(0.1)));
            assertArrayEquals(before, model.parameters().weights().get(2).toFloatArray());
            assertEquals(0, optimizer.steps());
        }
    }

    @Test
    void restoredMomentsContinueBitForBit() {
        float[] straight = train(6, 6);
        float[] resumed = train(6, 3);
        assertArrayEquals(straight, resumed);
    }

    /** Trains, and after some steps moves weights and moments into a new model and optimiser. */
    private static float[] train(int steps, int moveAfter) {
        List<HostTensor> weights = new ArrayList<>();
        List<HostTensor> moments = new ArrayList<>();
        long done;
        try (CausalLanguageModel model = TinyModels.random(1);
                AdamW optimizer = new AdamW(PLAIN, model.parameters())) {
            run(model, optimizer, moveAfter);
            model.parameters().source().forEach(weights::add);
            optimizer.state().forEach(moments::add);
            done = optimizer.steps();
        }
        try (CausalLanguageModel model = TinyModels.random(2);
                AdamW optimizer = new AdamW(PLAIN, model.parameters())) {
            ParameterSet parameters = model.parameters();
            parameters.load(TensorSource.of(weights));
            optimizer.restore(TensorSource.of(moments), done);
            run(model, optimizer, steps - moveAfter);
            return parameters.weights().get(2).toFloatArray();
        }
    }

    private static void run(CausalLanguageModel model, AdamW optimizer, int steps) {
        for (int i = 0; i < steps; i++) {
            model.accumulate(BATCH, COEFFICIENTS);
            optimizer.step(0.01);
        }
    }
}
