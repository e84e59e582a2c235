package dev.lichen.datasets.cleaning;

/**
 * Why a record was removed.
 *
 * @param step the step that removed it
 * @param kind the reason, the same for many records, as {@code fr}
 * @param reason the reason in full
 */
record Removal(CleaningStep step, String kind, String reason) {}
