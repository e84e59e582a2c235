package dev.lichen.datasets.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.Type;

/** Makes an object of a group of columns; a null in a column is no field. */
final class ParquetObject extends GroupConverter {

    private final List<Converter> fields = new ArrayList<>();
    private final Consumer<JsonNode> target;
    private ObjectNode object = JsonNodeFactory.instance.objectNode();

    ParquetObject(GroupType group, ParquetConverters converters, Consumer<JsonNode> target) {
        this.target = target;
        for (Type field : group.getFields()) {
            fields.add(converters.of(field, consumer(field)));
        }
    }

    /** Returns the object that was made last. */
    ObjectNode object() {
        return object;
    }

    @Override
    public Converter getConverter(int index) {
        return fields.get(index);
    }

    @Override
    public void start() {
        object = JsonNodeFactory.instance.objectNode();
    }

    @Override
    public void end() {
        target.accept(object);
    }

    /** Old writers have lists as fields that are repeated. */
    private Consumer<JsonNode> consumer(Type field) {
        String name = field.getName();
        return field.isRepetition(Type.Repetition.REPEATED)
                ? value -> list(name).add(value)
                : value -> object.set(name, value);
    }

    private ArrayNode list(String name) {
        return object.get(name) instanceof ArrayNode list ? list : object.putArray(name);
    }
}
