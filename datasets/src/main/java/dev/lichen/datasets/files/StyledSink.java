package dev.lichen.datasets.files;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lichen.datasets.JsonFields;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes records as JSON in a style: one a line, elements of one array, or objects over several lines. */
final class StyledSink implements RecordSink {

    private final OutputStream output;
    private final JsonStyle style;
    private boolean begun;

    StyledSink(OutputStream output, JsonStyle style) {
        this.output = output;
        this.style = style;
    }

    @Override
    public void write(JsonNode json) throws IOException {
        write(separator());
        begun = true;
        write(JsonText.of(JsonFields.toValue(json), style, style.array() ? 1 : 0));
    }

    @Override
    public void finish() throws IOException {
        if (style.array()) {
            String end = style.indent() >= 0 ? "\n]" : "]";
            write(begun ? end : "[]");
        }
        write(style.finalNewline() ? "\n" : "");
        output.close();
    }

    @Override
    public void close() throws IOException {
        output.close();
    }

    private String separator() {
        if (!style.array()) {
            return begun ? "\n" : "";
        }
        String line = style.indent() >= 0 ? "\n" + " ".repeat(style.indent()) : "";
        String comma = style.spaced() && style.indent() < 0 ? ", " : ",";
        return begun ? comma + line : "[" + line;
    }

    private void write(String text) throws IOException {
        output.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
