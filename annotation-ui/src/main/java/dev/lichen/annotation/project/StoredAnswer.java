package dev.lichen.annotation.project;

import dev.lichen.datasets.Answer;

/**
 * An answer in its canonical slot.
 *
 * @param slot from 0
 * @param shownAs the slot of the first answer with the same text
 * @param answer the text, its generator and whatever else was known of it
 */
public record StoredAnswer(int slot, int shownAs, Answer answer) {}
