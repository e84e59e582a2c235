package dev.lichen.evaluation.report;

/**
 * Whose preferences the reward model learned.
 *
 * @param description who ranked, as {@code three simulated annotators of different care}
 * @param simulated whether no person ranked
 * @param annotators how many ranked, 0 where the data do not say
 * @param rankings how many rankings they gave
 */
public record PreferenceSource(String description, boolean simulated, long annotators, long rankings) {}
