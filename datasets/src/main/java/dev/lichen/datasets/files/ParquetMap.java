package dev.lichen.datasets.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.schema.GroupType;

/** Makes an object of a group that is annotated as a map: repeated groups of a key and a value. */
final class ParquetMap extends GroupConverter {

    private final Entry entry;
    private final Consumer<JsonNode> target;
    private ObjectNode object = JsonNodeFactory.instance.objectNode();

    ParquetMap(GroupType group, ParquetConverters converters, Consumer<JsonNode> target) {
        this.entry = new Entry(group.getType(0).asGroupType(), converters);
        this.target = target;
    }

    @Override
    public Converter getConverter(int index) {
        return entry;
    }

    @Override
    public void start() {
        object = JsonNodeFactory.instance.objectNode();
    }

    @Override
    public void end() {
        target.accept(object);
    }

    private final class Entry extends GroupConverter {

        private final Converter keys;
        private final Converter values;
        private String key = "";
        private JsonNode value = NullNode.getInstance();

        Entry(GroupType pair, ParquetConverters converters) {
            keys = converters.of(pair.getType(0), one -> key = one.asText());
            values = pair.getFieldCount() > 1 ? converters.of(pair.getType(1), one -> value = one) : keys;
        }

        @Override
        public Converter getConverter(int index) {
            return index == 0 ? keys : values;
        }

        @Override
        public void start() {
            value = NullNode.getInstance();
        }

        @Override
        public void end() {
            object.set(key, value);
        }
    }
}
