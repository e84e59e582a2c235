package dev.lichen.cli.rows;

import dev.lichen.cli.model.ModelText;
import dev.lichen.lm.tokenizer.TokenSequence;
import dev.lichen.rewardmodel.RenderingFingerprint;
import dev.lichen.rewardmodel.RewardModel;
import java.util.List;

/** Scores rows with a reward model, after a check that it was trained on texts rendered as theirs are. */
public final class RewardScores {

    private final RewardModel model;
    private final ModelText text;
    private boolean renderingIsChecked;

    /**
     * Creates a scorer.
     *
     * @param model the reward model
     * @param text what rendered the rows of text
     */
    public RewardScores(RewardModel model, ModelText text) {
        this.model = model;
        this.text = text;
    }

    /** Returns a score a row; greater is better. */
    List<Double> score(List<ScoringRow> rows) {
        if (!renderingIsChecked && rows.stream().anyMatch(ScoringRow::isText)) {
            model.requireRendering(RenderingFingerprint.of(text.tokenizer(), text.renderer()));
            renderingIsChecked = true;
        }
        List<TokenSequence> conversations =
                rows.stream().map(row -> row.tokens().tokens()).toList();
        return model.score(conversations);
    }
}
