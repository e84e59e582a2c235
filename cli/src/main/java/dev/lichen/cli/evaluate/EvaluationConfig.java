package dev.lichen.cli.evaluate;

import dev.lichen.lm.generation.SamplingConfig;
import dev.lichen.training.config.ConfigException;
import dev.lichen.training.config.Doc;
import dev.lichen.training.config.Require;
import java.util.List;

/**
 * Sets how two policies are compared.
 *
 * @param prompts the most held-out prompts that are answered, at least 1
 * @param seeds each prompt is answered once for each of them
 * @param temperature of sampling, greater than 0
 * @param maximumNewTokens the longest answer
 * @param samples how many comparisons of each kind the report shows, at least 1
 */
public record EvaluationConfig(
        @Doc("the most held-out prompts that are answered, at least 1")
        int prompts,

        @Doc("each prompt is answered once for each seed") List<Long> seeds,

        @Doc("of sampling, greater than 0; the policies are compared as they speak, not at their likeliest answer")
        double temperature,

        @Doc("longest answer in tokens, at least 1") int maximumNewTokens,

        @Doc("comparisons of each kind that the report shows, at least 1")
        int samples) {

    public EvaluationConfig {
        Require.positive("prompts", prompts);
        Require.that(!seeds.isEmpty(), "seeds must hold at least one seed");
        Require.positive("temperature", temperature);
        Require.positive("maximumNewTokens", maximumNewTokens);
        Require.positive("samples", samples);
        seeds = List.copyOf(seeds);
    }

    /** Returns up to 200 prompts with two seeds at temperature 1. */
    public static EvaluationConfig defaults() {
        return new EvaluationConfig(200, List.of(101L, 102L), 1, 256, 6);
    }

    /**
     * Checks that the context of a model leaves room for a prompt beside the longest answer.
     *
     * @param prefix what stands before the key where it is part of other settings, such as {@code evaluation.}
     * @param model what the message calls the model
     * @param maximumLength the tokens that it reads at most
     * @throws ConfigException if no prompt fits
     */
    public void requireRoom(String prefix, String model, int maximumLength) {
        if (maximumNewTokens >= maximumLength) {
            throw new ConfigException(
                    "%smaximumNewTokens is %d, which leaves no room for a prompt: the %s reads %d tokens, answer included"
                            .formatted(prefix, maximumNewTokens, model, maximumLength));
        }
    }

    /** Returns how answers are sampled. */
    SamplingConfig sampling() {
        return new SamplingConfig(temperature, 0, 1, maximumNewTokens);
    }
}
