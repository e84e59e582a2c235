package dev.lichen.rewardmodel;

import com.google.errorprone.annotations.MustBeClosed;
import dev.lichen.lm.checkpoint.CheckpointException;
import dev.lichen.lm.checkpoint.ModelFolder;
import dev.lichen.lm.checkpoint.ModelKind;
import dev.lichen.lm.tokenizer.MaskedTokens;
import dev.lichen.lm.tokenizer.TokenSequence;
import dev.lichen.lm.transformer.Compute;
import dev.lichen.lm.transformer.ScalarModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Scores rendered conversations with one number each, read at the last real token; greater is better.
 *
 * <p>Scores are normalised: a demonstration scores 0 on average. The model knows the fingerprint of the rendering it was
 * trained under, and {@link #requireRendering} refuses any other.
 */
public final class RewardModel implements AutoCloseable {

    /** The property of the model folder that holds the {@linkplain RenderingFingerprint fingerprint}. */
    public static final String RENDERING = "rendering";

    private final Path folder;
    private final ScalarModel model;
    private final String rendering;
    private final double scoreScale;

    private RewardModel(Path folder, ScalarModel model, String rendering, double scoreScale) {
        this.folder = folder;
        this.model = model;
        this.rendering = rendering;
        this.scoreScale = scoreScale;
    }

    /**
     * Opens a reward model that never changes.
     *
     * @throws CheckpointException if the folder holds no model, or another kind of model
     */
    @MustBeClosed
    @SuppressWarnings("MustBeClosedChecker") // the reward model owns the scalar model and closes it
    public static RewardModel open(Path folder, Compute compute) {
        ModelFolder files = requireRewardModel(folder);
        return new RewardModel(folder, ScalarModel.loadFrozen(folder, compute), rendering(files), scale(files));
    }

    /** Opens the files of a reward model, from which a critic may start. */
    public static ModelFolder requireRewardModel(Path folder) {
        ModelFolder files = ModelFolder.open(folder);
        if (files.kind() != ModelKind.SCALAR_MODEL) {
            throw new CheckpointException("%s: found a %s, expected a reward model (a %s)"
                    .formatted(folder, files.kind().code(), ModelKind.SCALAR_MODEL.code()));
        }
        return files;
    }

    /**
     * Scores conversations, each read at its last token.
     *
     * @param conversations prompt and response in tokens, rendered as the model was trained
     */
    public List<Double> score(List<TokenSequence> conversations) {
        List<MaskedTokens> marked = conversations.stream()
                .map(tokens -> MaskedTokens.from(tokens, tokens.size() - 1))
                .toList();
        List<Double> scores = new ArrayList<>();
        for (float score : model.score(marked)) {
            scores.add((double) score);
        }
        return scores;
    }

    /**
     * Checks that conversations are rendered as in training.
     *
     * @param fingerprint the {@linkplain RenderingFingerprint fingerprint} of whoever renders
     * @throws CheckpointException if it is another
     */
    public void requireRendering(String fingerprint) {
        if (!rendering.equals(fingerprint)) {
            throw new CheckpointException(
                    ("%s: found a reward model trained under the rendering %s, expected the policy's %s;"
                                    + " tokenizer and chat template of both must be the same")
                            .formatted(folder, shortened(rendering), shortened(fingerprint)));
        }
    }

    /** The longest conversation that can be scored, in tokens. */
    public int maximumTokens() {
        return model.config().maximumLength();
    }

    /** What the scores of comparisons were multiplied by; differences divided by it are log odds of winning. */
    public double scoreScale() {
        return scoreScale;
    }

    @Override
    public void close() {
        model.close();
    }

    private static String rendering(ModelFolder files) {
        Object value = files.properties().get(RENDERING);
        return value instanceof String text ? text : "unknown";
    }

    private static double scale(ModelFolder files) {
        Object value = files.properties().get(RewardModelWriter.SCALE);
        return value instanceof Number scale ? scale.doubleValue() : 1;
    }

    private static String shortened(String fingerprint) {
        return fingerprint.substring(0, Math.min(12, fingerprint.length()));
    }
}
