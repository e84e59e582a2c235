package dev.lichen.ppo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Seals the names of PPO's metrics: plots and other programs read them, so a change belongs in the change log. */
class PpoMetricNamesTest {

    @Test
    void namesDoNotChangeUnnoticed() {
        assertEquals(
                List.of(
                        "objective/kl",
                        "objective/kl_k3",
                        "objective/kl_coef",
                        "objective/entropy",
                        "objective/scores",
                        "objective/scores_std",
                        "objective/rlhf_reward",
                        "objective/non_score_reward",
                        "ppo/policy/approxkl",
                        "ppo/policy/clipfrac",
                        "ppo/policy/entropy",
                        "ppo/policy/advantages_mean",
                        "ppo/val/clipfrac",
                        "ppo/val/explained_variance",
                        "ppo/val/mean",
                        "ppo/val/error",
                        "ppo/returns/mean",
                        "ppo/loss/policy",
                        "ppo/loss/value",
                        "ppo/ratio/mean",
                        "ppo/ratio/max",
                        "ppo/response/length",
                        "ppo/response/eos_rate",
                        "ppo/response/reference_perplexity",
                        "ppo/episodes",
                        "ppo/policy/lr",
                        "ppo/policy/grad_norm",
                        "ppo/val/lr",
                        "ppo/val/grad_norm",
                        "ppo/score/running_mean",
                        "ppo/score/running_std",
                        "eval/scores",
                        "eval/kl",
                        "eval/response_length",
                        "eval/eos_rate"),
                PpoMetricNames.all());
    }

    @Test
    void everyConstantIsListed() {
        long constants = Arrays.stream(PpoMetricNames.class.getFields())
                .filter(field -> field.getType() == String.class)
                .count();
        assertEquals(constants, PpoMetricNames.all().stream().distinct().count());
    }
}
