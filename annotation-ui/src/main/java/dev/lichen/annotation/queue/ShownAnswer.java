package dev.lichen.annotation.queue;

/**
 * An answer as an annotator sees it.
 *
 * @param position from 0, in the order shown
 * @param label a letter, A for the first
 * @param text the answer
 */
public record ShownAnswer(int position, String label, String text) {}
