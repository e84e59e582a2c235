package dev.lichen.datasets.files;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;

/** Learns the types of all columns. */
final class ParquetLayout implements Layout {

    private final ColumnType root = new ColumnType();

    @Override
    public void observe(JsonNode json) {
        root.observe(json);
    }

    @Override
    public RecordSink open(Path file) throws IOException {
        return new ParquetSink(file, root);
    }
}
