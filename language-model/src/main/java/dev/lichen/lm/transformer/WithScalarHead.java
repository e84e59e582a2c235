package dev.lichen.lm.transformer;

import dev.lichen.lm.architecture.TransformerConfig;
import dev.lichen.lm.checkpoint.HostTensor;
import dev.lichen.lm.checkpoint.TensorSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SplittableRandom;

/** Gives a language model's tensors without its vocabulary head, and behind them a new projection to one number. */
final class WithScalarHead implements TensorSource {
    private final TransformerConfig config;
    private final TensorSource body;
    private final long seed;

    WithScalarHead(TransformerConfig config, TensorSource body, long seed) {
        this.config = config;
        this.body = body;
        this.seed = seed;
    }

    @Override
    public SequencedMap<String, List<Long>> shapes() {
        SequencedMap<String, List<Long>> shapes = new LinkedHashMap<>(body.shapes());
        shapes.remove("head");
        shapes.put(ScalarModel.HEAD_WEIGHT, List.of(1L, (long) config.width()));
        shapes.put(ScalarModel.HEAD_BIAS, List.of(1L));
        return shapes;
    }

    @Override
    public HostTensor read(String name) {
        return switch (name) {
            case ScalarModel.HEAD_WEIGHT -> HostTensor.of(name, List.of(1L, (long) config.width()), randomRow());
            case ScalarModel.HEAD_BIAS -> HostTensor.of(name, List.of(1L), 0f);
            default -> body.read(name);
        };
    }

    private float[] randomRow() {
        SplittableRandom random = new SplittableRandom(seed);
        double deviation = 1 / Math.sqrt(config.width() + 1.0);
        float[] row = new float[config.width()];
        for (int i = 0; i < row.length; i++) {
            row[i] = (float) (deviation * random.nextGaussian());
        }
        return row;
    }
}
