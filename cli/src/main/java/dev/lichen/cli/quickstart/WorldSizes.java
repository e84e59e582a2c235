package dev.lichen.cli.quickstart;

import dev.lichen.training.config.Doc;
import dev.lichen.training.config.Require;

/**
 * Sets how much of the world there is.
 *
 * @param documents texts that the base model learns from
 * @param demonstrations answers by different hands to each training question
 * @param vocabularySize tokens of the tokenizer, control tokens included
 * @param testFraction the share of the questions that is kept for the evaluation
 * @param rankedPrompts questions whose answers are ranked
 * @param answers answers to each of them, K
 */
public record WorldSizes(
        @Doc("texts that the base model learns from, at least 1")
        int documents,

        @Doc("answers by different hands to each training question, at least 1")
        int demonstrations,

        @Doc("tokens of the tokenizer, control tokens included, at least 259")
        int vocabularySize,

        @Doc("share of the questions that is kept for the evaluation, in (0, 1)")
        double testFraction,

        @Doc("questions whose answers are ranked, at least 1")
        int rankedPrompts,

        @Doc("answers to each ranked question, at least 2") int answers) {

    public WorldSizes {
        Require.positive("documents", documents);
        Require.positive("demonstrations", demonstrations);
        Require.atLeast("vocabularySize", vocabularySize, 259);
        Require.that(testFraction > 0 && testFraction < 1, "testFraction must be in (0, 1), was " + testFraction);
        Require.positive("rankedPrompts", rankedPrompts);
        Require.atLeast("answers", answers, 2);
    }

    /** Returns sizes with which the quickstart takes minutes on two cores. */
    public static WorldSizes defaults() {
        return new WorldSizes(4000, 4, 768, 0.15, 1000, 4);
    }
}
