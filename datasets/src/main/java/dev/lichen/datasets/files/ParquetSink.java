package dev.lichen.datasets.files;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lichen.datasets.DataFormatException;
import dev.lichen.datasets.Place;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;

/** Writes records as a Parquet file, its pages packed by zstd. */
final class ParquetSink implements RecordSink {

    /** So much of the rows is in memory before it is written. */
    private static final long ROW_GROUP_BYTES = 32L << 20;

    private final ParquetWriter<JsonNode> writer;

    ParquetSink(Path file, ColumnType root) throws IOException {
        if (root.kind() != ColumnType.Kind.OBJECT) {
            throw new DataFormatException(
                    "Nothing for a Parquet file", Place.of(file), "no records with 1 to 200 fields", "some");
        }
        this.writer = new Builder(new LocalOutputFile(file), root)
                .withConf(new PlainParquetConfiguration())
                .withCodecFactory(new ParquetCodecs())
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withRowGroupSize(ROW_GROUP_BYTES)
                .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                .build();
    }

    @Override
    public void write(JsonNode json) throws IOException {
        writer.write(json);
    }

    @Override
    public void finish() throws IOException {
        writer.close();
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    /** The library's way to be given a {@link WriteSupport}. */
    private static final class Builder extends ParquetWriter.Builder<JsonNode, Builder> {

        private final ColumnType root;

        Builder(OutputFile file, ColumnType root) {
            super(file);
            this.root = root;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        @SuppressWarnings("deprecation") // abstract in the library still
        protected WriteSupport<JsonNode> getWriteSupport(Configuration configuration) {
            return new ParquetRecordWriter(root);
        }

        @Override
        protected WriteSupport<JsonNode> getWriteSupport(ParquetConfiguration configuration) {
            return new ParquetRecordWriter(root);
        }
    }
}
