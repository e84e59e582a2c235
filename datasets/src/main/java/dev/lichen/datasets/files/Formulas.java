package dev.lichen.datasets.files;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Puts an apostrophe before the texts of a table that a spreadsheet would run as a formula, and counts them by column.
 *
 * <p>A table in which it did so has one more column, {@value #COLUMN}, which names for each row the columns whose text got
 * one; a table without such texts is what it would be otherwise. By that column, which survives being sorted, filtered or
 * saved anew, reading takes exactly those apostrophes away again, and no other. Names of columns follow the same rule, except
 * that one that begins with apostrophes before a formula gets another, since nothing stands beside it to say so. Numbers are
 * no texts, and are left alone. One instance serves one file.
 */
public final class Formulas {

    static final String COLUMN = "apostrophe_added_to";

    /** What begins a formula in some spreadsheet of some language; a line break is passed over by some before they look. */
    private static final String BEGINNINGS = "=+-@\t\r\n＝＋－＠";

    private static final Pattern NAME = Pattern.compile("(?s)'*(" + COLUMN + "|[" + Pattern.quote(BEGINNINGS) + "].*)");

    private final FormulaPolicy policy;
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private boolean anyName;

    /** Creates a count that begins at nothing. */
    public Formulas(FormulaPolicy policy) {
        this.policy = policy;
    }

    /** Returns how many texts of which column got an apostrophe. */
    public Map<String, Long> counts() {
        return Collections.unmodifiableMap(counts);
    }

    /** Looks at a row before the first one is written. */
    void observe(JsonNode row) {
        if (policy == FormulaPolicy.KEEP) {
            return;
        }
        for (Map.Entry<String, JsonNode> cell : row.properties()) {
            anyName |= NAME.matcher(cell.getKey()).matches();
            if (isOne(cell.getValue())) {
                counts.merge(cell.getKey(), 1L, Long::sum);
            }
        }
    }

    /** Returns whether the table has the column that names the others. */
    boolean anySeen() {
        return anyName || !counts.isEmpty();
    }

    /** Returns a column's name as it is written. */
    String name(String name) {
        return anySeen() && NAME.matcher(name).matches() ? "'" + name : name;
    }

    /** Returns the columns of a row whose text gets an apostrophe. */
    List<String> in(JsonNode row) {
        return row.properties().stream()
                .filter(cell -> counts.containsKey(cell.getKey()) && isOne(cell.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns a column's name as it was, in a table that has the column {@value #COLUMN}. */
    static String originalName(String name) {
        return name.startsWith("'") && NAME.matcher(name).matches() ? name.substring(1) : name;
    }

    private static boolean isOne(JsonNode value) {
        return value.isTextual()
                && !value.textValue().isEmpty()
                && BEGINNINGS.indexOf(value.textValue().charAt(0)) >= 0;
    }
}
