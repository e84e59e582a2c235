package dev.lichen.datasets.files;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the names of all fields, in the order of first appearance. */
final class TableLayout implements Layout {

    private static final int BUFFER = 1 << 16;

    private final Set<String> names = new LinkedHashSet<>();
    private final byte delimiter;
    private final Compression compression;
    private final Formulas formulas;

    TableLayout(byte delimiter, Compression compression, Formulas formulas) {
        this.delimiter = delimiter;
        this.compression = compression;
        this.formulas = formulas;
    }

    @Override
    public void observe(JsonNode json) {
        json.fieldNames().forEachRemaining(names::add);
        formulas.observe(json);
    }

    @Override
    public RecordSink open(Path file) throws IOException {
        return new TableSink(
                compression.pack(new BufferedOutputStream(Files.newOutputStream(file), BUFFER)),
                List.copyOf(names),
                delimiter,
                formulas);
    }
}
