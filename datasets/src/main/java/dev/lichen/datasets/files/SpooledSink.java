package dev.lichen.datasets.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.luben.zstd.ZstdInputStream;
import dev.lichen.FileAccessException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps records in a packed file beside the table until its columns are known, so that memory stays constant. */
final class SpooledSink implements RecordSink {

    private final Path spool;
    private final JsonSink spooled;
    private final Layout layout;
    private final Path table;

    SpooledSink(Path table, Layout layout) throws IOException {
        this.spool = table.resolveSibling(table.getFileName() + ".spool");
        this.spooled = new JsonSink(Compression.ZSTD.pack(Files.newOutputStream(spool)), false);
        this.layout = layout;
        this.table = table;
        spool.toFile().deleteOnExit();
    }

    @Override
    public void write(JsonNode json) throws IOException {
        layout.observe(json);
        spooled.write(json);
    }

    @Override
    public void finish() throws IOException {
        spooled.finish();
        try (InputStream input = new BufferedInputStream(new ZstdInputStream(Files.newInputStream(spool)));
                RecordSink sink = layout.open(table)) {
            Records records =
                    new Records(spool, new LineCutter(input), Json::parse, new BadRecords(BadRecordPolicy.FAIL));
            records.visit(fields -> {
                write(sink, fields.json());
                return true;
            });
            sink.finish();
        }
        Files.delete(spool);
    }

    private void write(RecordSink sink, JsonNode json) {
        try {
            sink.write(json);
        } catch (IOException e) {
            throw new FileAccessException("write", table, e);
        }
    }

    @Override
    public void close() throws IOException {
        try (spooled) {
            Files.deleteIfExists(spool);
        }
    }
}
