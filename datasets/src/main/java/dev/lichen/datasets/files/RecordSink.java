package dev.lichen.datasets.files;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Closeable;
import java.io.IOException;

/** Takes records into one container; closed before it is finished, it leaves something incomplete. */
interface RecordSink extends Closeable {

    void write(JsonNode json) throws IOException;

    /** Writes what belongs at the end, and closes. */
    void finish() throws IOException;
}
