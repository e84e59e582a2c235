package dev.lichen.datasets.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** Finds the converter of each column, and remembers whether one met bytes that are no text. */
final class ParquetConverters {

    private @Nullable String fault;

    /** Returns the converter of whole rows. */
    ParquetObject root(MessageType schema) {
        return new ParquetObject(schema, this, row -> {});
    }

    /** Returns the converter that hands each value of a column to a consumer. */
    Converter of(Type type, Consumer<JsonNode> target) {
        if (type.isPrimitive()) {
            return new ParquetValue(type.asPrimitiveType(), this, target);
        }
        LogicalTypeAnnotation annotation = type.getLogicalTypeAnnotation();
        boolean single = type.asGroupType().getFieldCount() == 1;
        if (single && annotation instanceof LogicalTypeAnnotation.ListLogicalTypeAnnotation) {
            return new ParquetList(type.asGroupType(), this, target);
        }
        boolean map = annotation instanceof LogicalTypeAnnotation.MapLogicalTypeAnnotation
                && single
                && !type.asGroupType().getType(0).isPrimitive();
        return map
                ? new ParquetMap(type.asGroupType(), this, target)
                : new ParquetObject(type.asGroupType(), this, target);
    }

    /** Returns a text, which is empty where the bytes are none, and takes note of the column. */
    JsonNode text(byte[] bytes, String column) {
        if (Utf8.faultIn(bytes, 0, bytes.length) >= 0 && !isTextWithNul(bytes)) {
            fault = column;
            return JsonNodeFactory.instance.textNode("");
        }
        return JsonNodeFactory.instance.textNode(new String(bytes, StandardCharsets.UTF_8));
    }

    /** Returns the value that a text holds as JSON, or the text itself. */
    JsonNode json(byte[] bytes, String column) {
        String text = text(bytes, column).textValue();
        return Json.valueOrText(text, text);
    }

    /** Returns the column whose bytes were no text since the last call, or null. */
    @Nullable
    String takeFault() {
        String column = fault;
        fault = null;
        return column;
    }

    /** NUL is a character like others in a column of known length. */
    private static boolean isTextWithNul(byte[] bytes) {
        byte[] withoutNul = bytes.clone();
        for (int i = 0; i < withoutNul.length; i++) {
            withoutNul[i] = withoutNul[i] == 0 ? (byte) ' ' : withoutNul[i];
        }
        return Utf8.faultIn(withoutNul, 0, withoutNul.length) < 0;
    }
}
