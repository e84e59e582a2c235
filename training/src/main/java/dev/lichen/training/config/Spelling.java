package dev.lichen.training.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known key that somebody most likely meant. */
final class Spelling {

    private Spelling() {}

    /** Returns the nearest known key, absent when none is near. */
    static Optional<String> nearest(String unknown, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(key -> distance(plain(key), plain(unknown))))
                .filter(key -> distance(plain(key), plain(unknown)) <= Math.max(2, key.length() / 3));
    }

    private static String plain(String key) {
        return key.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }

    /** Returns Levenshtein's distance: how many letters to insert, delete or replace. */
    static int distance(String first, String second) {
        int[] above = new int[second.length() + 1];
        for (int column = 0; column < above.length; column++) {
            above[column] = column;
        }
        for (int row = 1; row <= first.length(); row++) {
            above = nextRow(above, row, first.charAt(row - 1), second);
        }
        return above[second.length()];
    }

    private static int[] nextRow(int[] above, int row, char letter, String second) {
        int[] current = new int[above.length];
        current[0] = row;
        for (int column = 1; column < above.length; column++) {
            int replaced = above[column - 1] + (letter == second.charAt(column - 1) ? 0 : 1);
            current[column] = Math.min(replaced, 1 + Math.min(above[column], current[column - 1]));
        }
        return current;
    }
}
