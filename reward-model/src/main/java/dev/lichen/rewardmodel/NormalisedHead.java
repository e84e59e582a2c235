package dev.lichen.rewardmodel;

import dev.lichen.lm.checkpoint.HostTensor;
import dev.lichen.lm.checkpoint.TensorSource;
import dev.lichen.lm.transformer.ScalarModel;
import java.util.List;
import java.util.SequencedMap;

/**
 * Gives a scalar model's tensors with a normalisation worked into the projection: weight · scale and
 * (bias - shift) · scale.
 *
 * <p>So every reader of the model, a critic that starts from it among them, sees normalised scores without knowing of
 * it.
 *
 * @param model the tensors under Lichen's names
 * @param normalisation what the scores go through
 */
record NormalisedHead(TensorSource model, ScoreNormalisation normalisation) implements TensorSource {

    @Override
    public SequencedMap<String, List<Long>> shapes() {
        return model.shapes();
    }

    @Override
    public HostTensor read(String name) {
        HostTensor tensor = model.read(name);
        return switch (name) {
            case ScalarModel.HEAD_WEIGHT -> scaled(tensor, 0);
            case ScalarModel.HEAD_BIAS -> scaled(tensor, normalisation.shift());
            default -> tensor;
        };
    }

    private HostTensor scaled(HostTensor tensor, double shift) {
        float[] values = tensor.toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) ((values[i] - shift) * normalisation.scale());
        }
        return HostTensor.of(tensor.name(), tensor.shape(), values);
    }
}
