package dev.lichen.cli.candidates;

import dev.lichen.lm.generation.SamplingConfig;
import dev.lichen.training.config.Doc;
import dev.lichen.training.config.Require;
import java.nio.file.Path;
import java.util.List;

/**
 * Sets how answers to be ranked are written.
 *
 * @param seed all random numbers derive from it
 * @param models folders of language models, which answer in turn
 * @param prompts a file of prompts, or of records that have some
 * @param maximumPrompts the most prompts that are answered, in the order of the file; 0 for all
 * @param answers answers a prompt, 2 to 9
 * @param temperature what logits are divided by, greater than 0
 * @param topP draws among the likeliest tokens of this probability together, in (0, 1]
 * @param maximumNewTokens the longest answer
 */
public record CandidatesConfig(
        @Doc("seed that all random numbers derive from") long seed,

        @Doc("folders of language models, which answer in turn")
        List<Path> models,

        @Doc("file of prompts, or of records that have some")
        Path prompts,

        @Doc("the most prompts that are answered, in the order of the file; 0 for all")
        int maximumPrompts,

        @Doc("answers a prompt, 2 to 9") int answers,

        @Doc("what logits are divided by, greater than 0") double temperature,

        @Doc("draws among the likeliest tokens of this probability together, in (0, 1]")
        double topP,

        @Doc("longest answer in tokens, at least 1") int maximumNewTokens) {

    private static final int MOST_ANSWERS = 9;

    public CandidatesConfig {
        Require.that(!models.isEmpty(), "models must name at least one folder");
        Require.notNegative("maximumPrompts", maximumPrompts);
        Require.that(answers >= 2 && answers <= MOST_ANSWERS, "answers must be 2 to 9, was " + answers);
        Require.positive("temperature", temperature);
        Require.that(topP > 0 && topP <= 1, "topP must be in (0, 1], was " + topP);
        Require.positive("maximumNewTokens", maximumNewTokens);
        models = List.copyOf(models);
    }

    /** Returns four answers of at most 256 tokens to each prompt, at temperature 1. */
    public static CandidatesConfig defaults() {
        return new CandidatesConfig(1, List.of(Path.of("models/sft")), Path.of("data/prompts.jsonl"), 0, 4, 1, 1, 256);
    }

    SamplingConfig sampling() {
        return new SamplingConfig(temperature, 0, topP, maximumNewTokens);
    }

    /** Returns the model that writes an answer: they take turns. */
    int modelOf(int answer) {
        return answer % models.size();
    }
}
