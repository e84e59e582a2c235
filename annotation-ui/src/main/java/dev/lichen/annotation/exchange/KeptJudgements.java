package dev.lichen.annotation.exchange;

/**
 * What became of the judgements in a file.
 *
 * @param kept how many are new
 * @param known how many were there, or are a second one by the same person on the same item
 * @param annotators by how many people, those without a name counted one for each of an item's judgements
 */
public record KeptJudgements(int kept, int known, int annotators) {}
