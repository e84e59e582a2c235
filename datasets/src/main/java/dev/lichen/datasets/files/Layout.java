package dev.lichen.datasets.files;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;

/** Learns from all records what columns a table needs, which have to be known before the first can be written. */
interface Layout {

    void observe(JsonNode json);

    /** Opens the table. */
    RecordSink open(Path file) throws IOException;
}
