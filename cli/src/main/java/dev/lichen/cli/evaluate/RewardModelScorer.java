package dev.lichen.cli.evaluate;

import com.google.errorprone.annotations.MustBeClosed;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.statistics.ClusterBootstrap;
import dev.lichen.evaluation.AnswerScorer;
import dev.lichen.evaluation.ConversationScorer;
import dev.lichen.evaluation.JudgeDescription;
import dev.lichen.evaluation.RewardModelJudge;
import dev.lichen.lm.rendering.ConversationRenderer;
import dev.lichen.lm.tokenizer.HuggingFaceTokenizer;
import dev.lichen.lm.tokenizer.MaskedTokens;
import dev.lichen.lm.transformer.Compute;
import dev.lichen.rewardmodel.AnswerRenderer;
import dev.lichen.rewardmodel.HeldOutRankings;
import dev.lichen.rewardmodel.KWiseLoss;
import dev.lichen.rewardmodel.PairOrder;
import dev.lichen.rewardmodel.RenderingFingerprint;
import dev.lichen.rewardmodel.RewardEvaluation;
import dev.lichen.rewardmodel.RewardExamples;
import dev.lichen.rewardmodel.RewardModel;
import dev.lichen.rewardmodel.TieRule;
import java.nio.file.Path;
import java.util.List;

/** Scores answers with a reward model, under the template that it was trained with. */
public final class RewardModelScorer implements AnswerScorer, AutoCloseable {

    private final HuggingFaceTokenizer tokenizer;
    private final RewardModel model;
    private final AnswerRenderer renderer;

    private RewardModelScorer(HuggingFaceTokenizer tokenizer, RewardModel model, ConversationRenderer renderer) {
        this.tokenizer = tokenizer;
        this.model = model;
        this.renderer = new AnswerRenderer(renderer, model.maximumTokens());
    }

    /** Opens a reward model's folder. */
    @MustBeClosed
    @SuppressWarnings("MustBeClosedChecker") // close() closes model and tokenizer
    public static RewardModelScorer open(Path folder, Compute compute) {
        HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.open(folder);
        ConversationRenderer renderer = ConversationRenderer.of(tokenizer);
        RewardModel model = RewardModel.open(folder, compute);
        model.requireRendering(RenderingFingerprint.of(tokenizer, renderer));
        return new RewardModelScorer(tokenizer, model, renderer);
    }

    /** Returns the model as a judge of the policy that was trained against it. */
    public RewardModelJudge judge() {
        JudgeDescription description =
                new JudgeDescription("reward model", JudgeDescription.Standing.TRAINED_AGAINST, false);
        return new RewardModelJudge(description, this, 0);
    }

    @Override
    public List<Double> score(List<Request> requests) {
        return new ConversationScorer(model::score, renderer.renderer()).score(requests);
    }

    /** Measures the model on rankings that it was not trained on. */
    public RewardEvaluation evaluate(List<Ranking> heldOut, ClusterBootstrap bootstrap) {
        KWiseLoss anyOrder = new KWiseLoss(new PairOrder(TieRule.DROP, 0, 0), 0);
        HeldOutRankings rankings = new HeldOutRankings(
                RewardExamples.of(heldOut, anyOrder, renderer).examples());
        return RewardEvaluation.of(rankings.pairs(this::scores), bootstrap);
    }

    private float[] scores(List<MaskedTokens> sequences) {
        List<Double> scores =
                model.score(sequences.stream().map(MaskedTokens::tokens).toList());
        float[] values = new float[scores.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = scores.get(i).floatValue();
        }
        return values;
    }

    @Override
    public void close() {
        model.close();
        tokenizer.close();
    }
}
