package dev.lichen.datasets.files;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.jspecify.annotations.Nullable;

/** Takes JSON objects apart into the columns of a Parquet file. */
final class ParquetRecordWriter extends WriteSupport<JsonNode> {

    private final ColumnType root;
    private @Nullable RecordConsumer consumer;

    ParquetRecordWriter(ColumnType root) {
        this.root = root;
    }

    @Override
    @SuppressWarnings("deprecation") // abstract in the library still
    public WriteContext init(Configuration configuration) {
        return new WriteContext(ParquetSchema.of(root), Map.of());
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
        return new WriteContext(ParquetSchema.of(root), Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
        consumer = recordConsumer;
    }

    @Override
    public void write(JsonNode json) {
        RecordConsumer target = consumer;
        if (target == null) {
            throw new IllegalStateException("the library prepares before it writes");
        }
        target.startMessage();
        fields(target, root, json);
        target.endMessage();
    }

    private static void fields(RecordConsumer target, ColumnType object, JsonNode json) {
        int index = 0;
        for (Map.Entry<String, ColumnType> field : object.fields().entrySet()) {
            JsonNode value = json.get(field.getKey());
            if (value != null && !value.isNull()) {
                field(target, field.getKey(), index, field.getValue(), value);
            }
            index++;
        }
    }

    private static void field(RecordConsumer target, String name, int index, ColumnType column, JsonNode value) {
        target.startField(name, index);
        value(target, column, value);
        target.endField(name, index);
    }

    private static void value(RecordConsumer target, ColumnType column, JsonNode value) {
        switch (column.kind()) {
            case BOOLEAN -> target.addBoolean(value.booleanValue());
            case INTEGER -> target.addLong(value.longValue());
            case DECIMAL -> target.addDouble(value.doubleValue());
            case TEXT -> target.addBinary(Binary.fromString(value.asText()));
            case JSON -> target.addBinary(Binary.fromString(value.toString()));
            case OBJECT -> {
                target.startGroup();
                fields(target, column, value);
                target.endGroup();
            }
            case LIST -> list(target, column.element(), value);
        }
    }

    private static void list(RecordConsumer target, ColumnType column, JsonNode values) {
        target.startGroup();
        if (!values.isEmpty()) {
            target.startField(ParquetSchema.LIST, 0);
            for (JsonNode value : values) {
                target.startGroup();
                if (!value.isNull()) {
                    field(target, ParquetSchema.ELEMENT, 0, column, value);
                }
                target.endGroup();
            }
            target.endField(ParquetSchema.LIST, 0);
        }
        target.endGroup();
    }
}
