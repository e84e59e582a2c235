package dev.lichen.ppo;

import dev.lichen.lm.generation.SamplingConfig;
import dev.lichen.training.config.ConfigException;
import dev.lichen.training.config.Doc;
import dev.lichen.training.config.Require;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Sets how the policy is asked.
 *
 * <p>Responses are drawn from the policy's own distribution at a temperature, by which policy, reference and losses divide
 * their logits too. There is no top-k or top-p: the losses would then speak of another distribution than the one sampled.
 *
 * @param prompts a file of prompts, or of records that have some
 * @param evaluationPrompts a file of held-out prompts that are answered at every evaluation; null for none
 * @param promptsPerStep prompts a step
 * @param answersPerPrompt responses a prompt
 * @param maximumPromptTokens the longest prompt; the oldest turns of a longer one are left out
 * @param maximumNewTokens the longest response
 * @param temperature by which logits are divided, positive
 */
public record RolloutConfig(
        @Doc("file of prompts, or of records that have some")
        Path prompts,

        @Doc("file of held-out prompts that are answered at every evaluation") @Nullable
        Path evaluationPrompts,

        @Doc("prompts a step, at least 1") int promptsPerStep,

        @Doc("responses a prompt, at least 1") int answersPerPrompt,

        @Doc("longest prompt in tokens; the oldest turns of a longer one are left out")
        int maximumPromptTokens,

        @Doc("longest response in tokens, at least 1") int maximumNewTokens,

        @Doc("what logits are divided by, in sampling and in every loss, greater than 0")
        double temperature) {

    public RolloutConfig {
        Require.positive("promptsPerStep", promptsPerStep);
        Require.positive("answersPerPrompt", answersPerPrompt);
        Require.positive("maximumPromptTokens", maximumPromptTokens);
        Require.positive("maximumNewTokens", maximumNewTokens);
        Require.positive("temperature", temperature);
    }

    /** Returns 32 prompts a step, one response of at most 128 tokens each, at temperature 1. */
    public static RolloutConfig defaults() {
        return new RolloutConfig(Path.of("data/prompts.jsonl"), null, 32, 1, 512, 128, 1);
    }

    /**
     * Checks that a prompt with its response fits into the context of a model.
     *
     * @param prefix what stands before the keys where they are part of other settings, such as {@code ppo.}
     * @param model what the message calls the model
     * @param maximumLength the tokens that it reads at most
     * @throws ConfigException if they do not fit
     */
    public void requireRoom(String prefix, String model, int maximumLength) {
        int longest = maximumPromptTokens + maximumNewTokens;
        if (longest > maximumLength) {
            throw new ConfigException(
                    "%1$srollout.maximumPromptTokens and %1$srollout.maximumNewTokens are %2$d tokens together, but the %3$s reads %4$d"
                            .formatted(prefix, longest, model, maximumLength));
        }
    }

    /** How many responses a step samples. */
    int responsesPerStep() {
        return promptsPerStep * answersPerPrompt;
    }

    SamplingConfig sampling() {
        return new SamplingConfig(temperature, 0, 1, maximumNewTokens);
    }
}
