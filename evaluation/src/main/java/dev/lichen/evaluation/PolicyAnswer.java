package dev.lichen.evaluation;

/**
 * What a policy said.
 *
 * @param text the answer without control tokens
 * @param tokens how many tokens were sampled, the end-of-turn token included
 * @param finished whether the policy ended its turn itself, rather than being cut at the length limit
 */
public record PolicyAnswer(String text, int tokens, boolean finished) {}
