package dev.lichen.ppo;

import dev.lichen.training.config.Doc;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Sets which models PPO begins with. The reference is the policy as it begins, frozen.
 *
 * @param policy the folder of the fine-tuned model
 * @param reward the folder of the reward model, from which the critic starts too; left out only where a rule takes its
 *     place
 */
public record PpoModels(
        @Doc("folder of the fine-tuned model: policy and frozen reference")
        Path policy,

        @Doc("folder of the reward model, from which the critic starts too") @Nullable
        Path reward) {

    /** Returns the folders {@code models/sft} and {@code models/reward}. */
    public static PpoModels defaults() {
        return new PpoModels(Path.of("models/sft"), Path.of("models/reward"));
    }
}
