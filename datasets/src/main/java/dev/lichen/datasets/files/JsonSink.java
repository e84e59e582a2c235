package dev.lichen.datasets.files;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.lichen.datasets.JsonFields;
import java.io.IOException;
import java.io.OutputStream;

/** Writes each record as a line of JSON, or as an element of an array that stands on a line of its own. */
final class JsonSink implements RecordSink {

    private final JsonGenerator generator;
    private final boolean array;
    private boolean begun;

    JsonSink(OutputStream output, boolean array) throws IOException {
        this.generator = Json.MAPPER.getFactory().createGenerator(output);
        this.array = array;
    }

    @Override
    public void write(JsonNode json) throws IOException {
        if (array) {
            generator.writeRaw(begun ? ",\n" : "[\n");
        }
        begun = true;
        Json.MAPPER.writeTree(generator, JsonFields.toValue(json));
        if (!array) {
            generator.writeRaw('\n');
        }
    }

    @Override
    public void finish() throws IOException {
        if (array) {
            generator.writeRaw(begun ? "\n]\n" : "[]\n");
        }
        generator.close();
    }

    @Override
    public void close() throws IOException {
        generator.close();
    }
}
