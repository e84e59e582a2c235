package dev.lichen.datasets.files;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/** Takes a row of a table apart (RFC 4180): cells between delimiters, in quotes where they hold one. */
final class Cells {

    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_ .:/()#-]{0,63}");

    private Cells() {}

    /**
     * One cell.
     *
     * @param text without quotes
     * @param quoted whether it stood in quotes, which makes it a text whatever it looks like
     */
    record Cell(String text, boolean quoted) {}

    /** Returns the cells of a row. */
    static List<Cell> of(byte[] bytes, int from, int to, byte delimiter) {
        List<Cell> cells = new ArrayList<>();
        int start = from;
        while (start <= to) {
            int end = endOfCell(bytes, start, to, delimiter);
            cells.add(cell(bytes, start, end));
            start = end + 1;
        }
        return cells;
    }

    /** Returns whether the beginning of a file is a row of different names and, if there is more, a row as wide. */
    static boolean lookLikeTable(String head, char delimiter) {
        byte[] bytes = head.getBytes(StandardCharsets.ISO_8859_1);
        int end = RowCutter.endOfRow(bytes, 0, bytes.length, (byte) delimiter);
        List<Cell> names = of(bytes, 0, trimmed(bytes, 0, Math.max(end, 0)), (byte) delimiter);
        if (end < 0 || names.size() < 2 || !areNames(names)) {
            return false;
        }
        int second = RowCutter.endOfRow(bytes, end + 1, bytes.length, (byte) delimiter);
        return second < 0
                || of(bytes, end + 1, trimmed(bytes, end + 1, second), (byte) delimiter)
                                .size()
                        == names.size();
    }

    /** Returns the end of a row without its carriage return. */
    static int trimmed(byte[] bytes, int from, int to) {
        return to > from && bytes[to - 1] == '\r' ? to - 1 : to;
    }

    private static boolean areNames(List<Cell> cells) {
        HashSet<String> different = new HashSet<>();
        for (int i = 0; i < cells.size(); i++) {
            String name = cells.get(i).text();
            boolean index = i == 0 && name.isEmpty();
            if (!different.add(name) || (!index && !NAME.matcher(name).matches())) {
                return false;
            }
        }
        return true;
    }

    private static int endOfCell(byte[] bytes, int start, int to, byte delimiter) {
        Quotes quotes = new Quotes(delimiter);
        for (int i = start; i < to; i++) {
            quotes.isEndOfRow(bytes[i]);
            if (quotes.isBetweenCells()) {
                return i;
            }
        }
        return to;
    }

    private static Cell cell(byte[] bytes, int start, int end) {
        if (end - start < 2 || bytes[start] != '"' || bytes[end - 1] != '"') {
            return new Cell(new String(bytes, start, end - start, StandardCharsets.UTF_8), false);
        }
        String inside = new String(bytes, start + 1, end - start - 2, StandardCharsets.UTF_8);
        return new Cell(inside.replace("\"\"", "\""), true);
    }
}
