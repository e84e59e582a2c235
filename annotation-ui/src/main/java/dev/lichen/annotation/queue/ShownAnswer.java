package dev.lichen.annotation.queue;

/**
 * An answer as an annotator sees it.
 *
 * @param position from 0, in the order shown
 * @param label a letter, A for the first
 * @param text the answer
 */
public record ShownAnswer(int position, String label, String text) {

    ShownAnswer(int position, String text) {
        this(position, letter(position), text);
    }

    /** Returns the letter of a position from 0: A for the first. */
    public static String letter(int position) {
        return String.valueOf((char) ('A' + position));
    }
}
