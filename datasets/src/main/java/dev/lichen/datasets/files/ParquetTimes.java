package dev.lichen.datasets.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.jspecify.annotations.Nullable;

/** Says what a whole number with a meaning stands for: dates and times as ISO 8601 writes them, decimals, unsigned. */
final class ParquetTimes {

    private ParquetTimes() {}

    static JsonNode value(@Nullable LogicalTypeAnnotation annotation, long number) {
        return switch (annotation) {
            case DateLogicalTypeAnnotation date -> text(LocalDate.ofEpochDay(number));
            case TimestampLogicalTypeAnnotation stamp -> text(timestamp(stamp, number));
            case TimeLogicalTypeAnnotation time -> text(LocalTime.MIDNIGHT.plus(number, unit(time.getUnit())));
            case DecimalLogicalTypeAnnotation decimal ->
                DecimalNode.valueOf(new BigDecimal(BigInteger.valueOf(number), decimal.getScale()));
            case IntLogicalTypeAnnotation whole -> whole(whole, number);
            case null, default -> JsonNodeFactory.instance.numberNode(number);
        };
    }

    private static JsonNode whole(IntLogicalTypeAnnotation type, long number) {
        if (type.isSigned() || number >= 0) {
            return JsonNodeFactory.instance.numberNode(number);
        }
        return type.getBitWidth() == Long.SIZE
                ? JsonNodeFactory.instance.numberNode(new BigInteger(Long.toUnsignedString(number)))
                : JsonNodeFactory.instance.numberNode(number & 0xFFFFFFFFL);
    }

    private static Object timestamp(TimestampLogicalTypeAnnotation type, long number) {
        Instant instant = Instant.EPOCH.plus(number, unit(type.getUnit()));
        return type.isAdjustedToUTC() ? instant : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static ChronoUnit unit(TimeUnit unit) {
        return switch (unit) {
            case MILLIS -> ChronoUnit.MILLIS;
            case MICROS -> ChronoUnit.MICROS;
            case NANOS -> ChronoUnit.NANOS;
        };
    }

    private static JsonNode text(Object time) {
        return JsonNodeFactory.instance.textNode(time.toString());
    }
}
