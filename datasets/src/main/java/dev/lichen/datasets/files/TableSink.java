package dev.lichen.datasets.files;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes records as rows of CSV or TSV: texts in quotes, numbers and truth values without, lists and objects as JSON. */
final class TableSink implements RecordSink {

    private final OutputStream output;
    private final List<String> names;
    private final String delimiter;

    TableSink(OutputStream output, List<String> names, byte delimiter) throws IOException {
        this.output = output;
        this.names = names;
        this.delimiter = String.valueOf((char) delimiter);
        row(names.stream().map(TableSink::quoted).toList());
    }

    @Override
    public void write(JsonNode json) throws IOException {
        row(names.stream().map(name -> cell(json.get(name))).toList());
    }

    private void row(List<String> cells) throws IOException {
        output.write((cells.stream().collect(Collectors.joining(delimiter)) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String cell(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return "";
        }
        if (value.isTextual()) {
            return quoted(value.textValue());
        }
        return value.isContainerNode() ? quoted(value.toString()) : value.asText();
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }

    @Override
    public void finish() throws IOException {
        output.close();
    }

    @Override
    public void close() throws IOException {
        output.close();
    }
}
