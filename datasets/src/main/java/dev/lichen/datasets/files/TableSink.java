package dev.lichen.datasets.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes records as rows of CSV or TSV: texts in quotes, numbers and truth values without, lists and objects as JSON. */
final class TableSink implements RecordSink {

    private final OutputStream output;
    private final List<String> names;
    private final String delimiter;
    private final Formulas formulas;

    TableSink(OutputStream output, List<String> names, byte delimiter, Formulas formulas) throws IOException {
        this.output = output;
        this.names = names;
        this.delimiter = String.valueOf((char) delimiter);
        this.formulas = formulas;
        List<String> header = new ArrayList<>();
        names.forEach(name -> header.add(quoted(formulas.name(name))));
        if (formulas.anySeen()) {
            header.add(quoted(Formulas.COLUMN));
        }
        row(header);
    }

    @Override
    public void write(JsonNode json) throws IOException {
        List<String> neutralised = formulas.in(json);
        List<String> cells = new ArrayList<>();
        for (String name : names) {
            cells.add(neutralised.contains(name) ? quoted("'" + json.get(name).textValue()) : cell(json.get(name)));
        }
        if (formulas.anySeen()) {
            cells.add(neutralised.isEmpty() ? "" : quoted(list(neutralised)));
        }
        row(cells);
    }

    private void row(List<String> cells) throws IOException {
        output.write((String.join(delimiter, cells) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String list(List<String> texts) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        texts.forEach(list::add);
        return list.toString();
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
