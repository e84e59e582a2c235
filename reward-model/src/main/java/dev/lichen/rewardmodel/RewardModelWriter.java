package dev.lichen.rewardmodel;

import dev.lichen.lm.checkpoint.ModelContents;
import dev.lichen.lm.checkpoint.ModelFolder;
import dev.lichen.lm.checkpoint.ModelKind;
import dev.lichen.lm.transformer.ScalarModel;
import java.nio.file.Path;

/**
 * Writes a trained reward model: normalised weights, the tokenizer of the model it began as, and how it must be read.
 *
 * @param origin the language model it began as
 * @param rendering the {@linkplain RenderingFingerprint fingerprint} that it was trained under
 */
record RewardModelWriter(ModelFolder origin, String rendering) {

    private static final String SHIFT = "score_shift";
    static final String SCALE = "score_scale";

    /** Writes the folder, with the normalisation worked into the head and stated beside it. */
    ModelFolder write(Path folder, ScalarModel model, ScoreNormalisation normalisation) {
        NormalisedHead weights = new NormalisedHead(model.parameters().source(), normalisation);
        ModelContents contents = ModelContents.of(origin.huggingFaceConfig(), ModelKind.SCALAR_MODEL, weights)
                .with(origin.companions())
                .with(RewardModel.RENDERING, rendering)
                .with(SHIFT, normalisation.shift())
                .with(SCALE, normalisation.scale());
        return ModelFolder.write(folder, contents);
    }
}
