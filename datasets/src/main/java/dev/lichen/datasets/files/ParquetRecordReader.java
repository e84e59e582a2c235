package dev.lichen.datasets.files;

import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.InitContext;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;

/** Puts the columns of a Parquet file together to JSON objects. */
final class ParquetRecordReader extends ReadSupport<ParquetRow> {

    @Override
    public ReadContext init(InitContext context) {
        return new ReadContext(context.getFileSchema());
    }

    @Override
    @SuppressWarnings("deprecation") // abstract in the library still
    public RecordMaterializer<ParquetRow> prepareForRead(
            Configuration configuration, Map<String, String> metadata, MessageType schema, ReadContext context) {
        return new Materializer(schema);
    }

    @Override
    public RecordMaterializer<ParquetRow> prepareForRead(
            ParquetConfiguration configuration, Map<String, String> metadata, MessageType schema, ReadContext context) {
        return new Materializer(schema);
    }

    private static final class Materializer extends RecordMaterializer<ParquetRow> {

        private final ParquetConverters converters = new ParquetConverters();
        private final ParquetObject root;

        Materializer(MessageType schema) {
            root = converters.root(schema);
        }

        @Override
        public ParquetRow getCurrentRecord() {
            return new ParquetRow(root.object(), converters.takeFault());
        }

        @Override
        public GroupConverter getRootConverter() {
            return root;
        }
    }
}
