package dev.lichen.datasets.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.function.Consumer;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.Type;

/** Makes a list of a group that is annotated so: of three levels as the format says, or of two as in old files. */
final class ParquetList extends GroupConverter {

    private final Converter repeated;
    private final Consumer<JsonNode> target;
    private ArrayNode list = JsonNodeFactory.instance.arrayNode();

    ParquetList(GroupType group, ParquetConverters converters, Consumer<JsonNode> target) {
        Type inside = group.getType(0);
        this.target = target;
        this.repeated = hasThreeLevels(group, inside)
                ? new Element(inside.asGroupType().getType(0), converters, value -> list.add(value))
                : converters.of(inside, value -> list.add(value));
    }

    /** The format's rules of backward compatibility. */
    private static boolean hasThreeLevels(GroupType group, Type inside) {
        return !inside.isPrimitive()
                && inside.asGroupType().getFieldCount() == 1
                && !inside.getName().equals("array")
                && !inside.getName().equals(group.getName() + "_tuple");
    }

    @Override
    public Converter getConverter(int index) {
        return repeated;
    }

    @Override
    public void start() {
        list = JsonNodeFactory.instance.arrayNode();
    }

    @Override
    public void end() {
        target.accept(list);
    }

    /** An element in its own group, which is empty where the element is null. */
    private static final class Element extends GroupConverter {

        private final Converter converter;
        private final Consumer<JsonNode> target;
        private JsonNode value = NullNode.getInstance();

        Element(Type element, ParquetConverters converters, Consumer<JsonNode> target) {
            this.converter = converters.of(element, one -> value = one);
            this.target = target;
        }

        @Override
        public Converter getConverter(int index) {
            return converter;
        }

        @Override
        public void start() {
            value = NullNode.getInstance();
        }

        @Override
        public void end() {
            target.accept(value);
        }
    }
}
