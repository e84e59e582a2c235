package dev.lichen.ppo;

import dev.lichen.rewardmodel.RewardModel;
import java.util.List;

/**
 * Scores responses by a reward model, in the very tokens that were sampled, read at the last of them.
 *
 * @param model the reward model; its rendering is the policy's
 */
public record RewardModelFunction(RewardModel model) implements RewardFunction {

    @Override
    public List<Double> score(List<SampledResponse> responses) {
        return model.score(responses.stream().map(SampledResponse::tokens).toList());
    }
}
