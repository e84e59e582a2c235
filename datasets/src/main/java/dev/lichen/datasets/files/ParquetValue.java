package dev.lichen.datasets.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.FloatNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.Consumer;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.JsonLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.jspecify.annotations.Nullable;

/** Makes JSON values of a column of single values; numbers that are not finite are no value. */
final class ParquetValue extends PrimitiveConverter {

    private final String column;
    private final @Nullable LogicalTypeAnnotation annotation;
    private final ParquetConverters converters;
    private final Consumer<JsonNode> target;

    ParquetValue(PrimitiveType type, ParquetConverters converters, Consumer<JsonNode> target) {
        this.column = type.getName();
        this.annotation = type.getLogicalTypeAnnotation();
        this.converters = converters;
        this.target = target;
    }

    @Override
    public void addBoolean(boolean value) {
        target.accept(BooleanNode.valueOf(value));
    }

    @Override
    public void addInt(int value) {
        target.accept(isPlain() ? IntNode.valueOf(value) : ParquetTimes.value(annotation, value));
    }

    @Override
    public void addLong(long value) {
        target.accept(isPlain() ? LongNode.valueOf(value) : ParquetTimes.value(annotation, value));
    }

    @Override
    public void addFloat(float value) {
        if (Float.isFinite(value)) {
            target.accept(FloatNode.valueOf(value));
        }
    }

    @Override
    public void addDouble(double value) {
        if (Double.isFinite(value)) {
            target.accept(DoubleNode.valueOf(value));
        }
    }

    @Override
    public void addBinary(Binary value) {
        if (value.length() > RecordCutter.LONGEST_RECORD) {
            throw new IllegalArgumentException("a value claims to have " + value.length() + " bytes");
        }
        byte[] bytes = value.getBytes();
        target.accept(
                switch (annotation) {
                    case JsonLogicalTypeAnnotation json -> converters.json(bytes, column);
                    case DecimalLogicalTypeAnnotation decimal ->
                        DecimalNode.valueOf(new BigDecimal(new BigInteger(bytes), decimal.getScale()));
                    case null -> unannotated(bytes);
                    default -> converters.text(bytes, column);
                });
    }

    private boolean isPlain() {
        return annotation == null;
    }

    /** Old writers do not say that bytes are text; bytes that are none stay bytes. */
    private JsonNode unannotated(byte[] bytes) {
        return Utf8.faultIn(bytes, 0, bytes.length) < 0
                ? converters.text(bytes, column)
                : JsonNodeFactory.instance.binaryNode(bytes);
    }
}
