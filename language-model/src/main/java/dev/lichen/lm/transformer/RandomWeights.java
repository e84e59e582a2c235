package dev.lichen.lm.transformer;

import dev.lichen.lm.architecture.TransformerConfig;
import dev.lichen.lm.checkpoint.HostTensor;
import dev.lichen.lm.checkpoint.TensorSource;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SplittableRandom;

/**
 * Gives the weights of a model that knows nothing yet.
 *
 * <p>Norms are 1; matrices are normal with standard deviation 0.02, and 0.02 / √(2 layers) where they write into the
 * residual stream (GPT-2), so that its variance does not grow with depth. Each tensor has a random stream of its own.
 */
final class RandomWeights implements TensorSource {
    private static final double STANDARD_DEVIATION = 0.02;

    private final TransformerConfig config;
    private final long seed;
    private final SequencedMap<String, List<Long>> shapes;

    RandomWeights(TransformerConfig config, long seed) {
        this.config = config;
        this.seed = seed;
        this.shapes = shapesOf(config);
    }

    /** Returns every tensor's shape under Lichen's names, in the kernel's order. */
    static SequencedMap<String, List<Long>> shapesOf(TransformerConfig c) {
        SequencedMap<String, List<Long>> shapes = new LinkedHashMap<>();
        long width = c.width();
        shapes.put("embedding", List.of((long) c.vocabularySize(), width));
        for (int i = 0; i < c.layers(); i++) {
            String layer = "layers." + i + ".";
            long queries = (long) c.heads() * c.headWidth();
            shapes.put(layer + "attention_norm", List.of(width));
            shapes.put(layer + "query_key_value", List.of(queries + 2L * c.keyValueHeads() * c.headWidth(), width));
            shapes.put(layer + "attention_output", List.of(width, queries));
            shapes.put(layer + "feed_forward_norm", List.of(width));
            shapes.put(layer + "gate_up", List.of(2L * c.feedForwardWidth(), width));
            shapes.put(layer + "down", List.of(width, (long) c.feedForwardWidth()));
        }
        shapes.put("final_norm", List.of(width));
        if (!c.tiedHead()) {
            shapes.put("head", List.of((long) c.vocabularySize(), width));
        }
        return shapes;
    }

    @Override
    public SequencedMap<String, List<Long>> shapes() {
        return shapes;
    }

    @Override
    public HostTensor read(String name) {
        List<Long> shape = shape(name);
        float[] values = new float[(int) HostTensor.count(shape)];
        if (name.endsWith("norm")) {
            Arrays.fill(values, 1);
        } else {
            fill(values, name);
        }
        return HostTensor.of(name, shape, FloatBuffer.wrap(values));
    }

    private void fill(float[] values, String name) {
        boolean residual = name.endsWith("attention_output") || name.endsWith("down");
        double deviation = residual ? STANDARD_DEVIATION / Math.sqrt(2.0 * config.layers()) : STANDARD_DEVIATION;
        SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + name.hashCode());
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (deviation * random.nextGaussian());
        }
    }
}
