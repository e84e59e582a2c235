package dev.lichen.datasets.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HexFormat;

/** Writes JSON values in a style. Numbers are spelled as Python spells them, which wrote most of the files there are. */
final class JsonText {

    private static final int PLAIN_FROM = -4;
    private static final int PLAIN_BELOW = 16;
    private static final int DELETE = 0x7F;
    private static final HexFormat HEX = HexFormat.of();

    private final JsonStyle style;
    private final StringBuilder text = new StringBuilder();

    private JsonText(JsonStyle style) {
        this.style = style;
    }

    /**
     * Returns a value as text.
     *
     * @param depth how deep it stands, 1 in an array
     */
    static String of(JsonNode node, JsonStyle style, int depth) {
        JsonText writer = new JsonText(style);
        writer.append(node, "", depth);
        return writer.text.toString();
    }

    private void append(JsonNode node, String path, int depth) {
        if (node instanceof ObjectNode object) {
            append(object, path, depth);
        } else if (node.isArray()) {
            appendArray(node, path, depth);
        } else if (node.isTextual()) {
            append(node.textValue());
        } else if (node.isBigDecimal()) {
            text.append(number(node.decimalValue()));
        } else {
            text.append(node);
        }
    }

    private void append(ObjectNode object, String path, int depth) {
        text.append('{');
        String separator = "";
        for (String name : style.order().of(object, path)) {
            text.append(separator);
            separator = separator();
            newLine(depth + 1);
            append(name);
            text.append(style.spaced() ? ": " : ":");
            append(object.path(name), path + "." + name, depth + 1);
        }
        end(object, depth, '}');
    }

    private void appendArray(JsonNode array, String path, int depth) {
        text.append('[');
        String separator = "";
        for (JsonNode element : array) {
            text.append(separator);
            separator = separator();
            newLine(depth + 1);
            append(element, path + "[]", depth + 1);
        }
        end(array, depth, ']');
    }

    private String separator() {
        return style.spaced() && style.indent() < 0 ? ", " : ",";
    }

    private void end(JsonNode container, int depth, char bracket) {
        if (!container.isEmpty()) {
            newLine(depth);
        }
        text.append(bracket);
    }

    private void newLine(int depth) {
        if (style.indent() >= 0) {
            text.append('\n').repeat(' ', style.indent() * depth);
        }
    }

    private void append(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            append(value.charAt(i));
        }
        text.append('"');
    }

    private void append(char c) {
        switch (c) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            case '\b' -> text.append("\\b");
            case '\f' -> text.append("\\f");
            case '/' -> text.append(style.escapedSlashes() ? "\\/" : "/");
            default -> {
                boolean escaped = c < ' ' || (style.ascii() && c >= DELETE);
                text.append(escaped ? "\\u" + HEX.toHexDigits(c) : String.valueOf(c));
            }
        }
    }

    /** Returns a number as it was spelled, or else as Python spells it. */
    static String number(BigDecimal value) {
        if (value instanceof SpelledDecimal) {
            return value.toString();
        }
        int exponent = value.precision() - value.scale() - 1;
        if (value.signum() == 0 || (exponent >= PLAIN_FROM && exponent < PLAIN_BELOW)) {
            return value.toPlainString();
        }
        String digits = value.unscaledValue().abs().toString();
        String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
        return "%s%c%se%c%02d"
                .formatted(
                        value.signum() < 0 ? "-" : "",
                        digits.charAt(0),
                        fraction,
                        exponent < 0 ? '-' : '+',
                        Math.abs(exponent));
    }
}
