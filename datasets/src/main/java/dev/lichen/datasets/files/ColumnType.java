package dev.lichen.datasets.files;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Learns the type of a column of values from all of them.
 *
 * <p>Columns hold one type. Where values differ in type, or are numbers that a column of numbers would change, or objects
 * without fields or with more than {@value #MOST_FIELDS}, the column holds each value as JSON text, marked as such.
 */
final class ColumnType {

    private static final int MOST_FIELDS = 200;

    private final Set<Kind> seen = EnumSet.noneOf(Kind.class);
    private final Map<String, ColumnType> fields = new LinkedHashMap<>();
    private @Nullable ColumnType element;

    /** What a column can hold. */
    enum Kind {
        BOOLEAN,
        INTEGER,
        DECIMAL,
        TEXT,
        LIST,
        OBJECT,
        JSON
    }

    /** Takes note of a value; null says nothing. */
    void observe(JsonNode value) {
        switch (value.getNodeType()) {
            case NULL, MISSING -> {
                // any column may have gaps
            }
            case BOOLEAN -> seen.add(Kind.BOOLEAN);
            case NUMBER -> seen.add(number(value));
            case ARRAY -> {
                seen.add(Kind.LIST);
                value.forEach(one -> element().observe(one));
            }
            case OBJECT -> observeFields(value);
            default -> seen.add(Kind.TEXT);
        }
    }

    /** Returns what the column holds. */
    Kind kind() {
        if (seen.equals(EnumSet.of(Kind.INTEGER, Kind.DECIMAL))) {
            return Kind.DECIMAL;
        }
        if (seen.size() > 1) {
            return Kind.JSON;
        }
        Kind kind = seen.isEmpty() ? Kind.TEXT : seen.iterator().next();
        boolean unfit = kind == Kind.OBJECT && (fields.isEmpty() || fields.size() > MOST_FIELDS);
        return unfit ? Kind.JSON : kind;
    }

    /** Returns the columns of an object's fields, in the order of first appearance. */
    Map<String, ColumnType> fields() {
        return fields;
    }

    /** Returns the column of a list's elements. */
    ColumnType element() {
        ColumnType known = element == null ? new ColumnType() : element;
        element = known;
        return known;
    }

    private void observeFields(JsonNode value) {
        seen.add(Kind.OBJECT);
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            if (fields.size() <= MOST_FIELDS || fields.containsKey(field.getKey())) {
                fields.computeIfAbsent(field.getKey(), name -> new ColumnType()).observe(field.getValue());
            }
        }
    }

    private static Kind number(JsonNode value) {
        if (value.isIntegralNumber()) {
            return value.canConvertToLong() ? Kind.INTEGER : Kind.JSON;
        }
        double nearest = value.doubleValue();
        boolean same = Double.isFinite(nearest)
                && new BigDecimal(Double.toString(nearest)).compareTo(value.decimalValue()) == 0;
        return same ? Kind.DECIMAL : Kind.JSON;
    }
}
