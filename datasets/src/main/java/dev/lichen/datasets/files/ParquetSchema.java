package dev.lichen.datasets.files;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/** Names the columns of a Parquet file as Hugging Face's tools do: all optional, lists of three levels. */
final class ParquetSchema {

    static final String LIST = "list";
    static final String ELEMENT = "element";

    private ParquetSchema() {}

    /** Returns the schema of objects. */
    static MessageType of(ColumnType root) {
        return new MessageType("schema", fields(root));
    }

    private static List<Type> fields(ColumnType object) {
        List<Type> types = new ArrayList<>();
        object.fields().forEach((name, column) -> types.add(type(name, column)));
        return types;
    }

    private static Type type(String name, ColumnType column) {
        return switch (column.kind()) {
            case BOOLEAN -> Types.optional(PrimitiveTypeName.BOOLEAN).named(name);
            case INTEGER -> Types.optional(PrimitiveTypeName.INT64).named(name);
            case DECIMAL -> Types.optional(PrimitiveTypeName.DOUBLE).named(name);
            case TEXT -> text(name, LogicalTypeAnnotation.stringType());
            case JSON -> text(name, LogicalTypeAnnotation.jsonType());
            case OBJECT -> new GroupType(Type.Repetition.OPTIONAL, name, fields(column));
            case LIST -> list(name, column);
        };
    }

    private static Type text(String name, LogicalTypeAnnotation annotation) {
        return Types.optional(PrimitiveTypeName.BINARY).as(annotation).named(name);
    }

    private static Type list(String name, ColumnType column) {
        GroupType repeated = new GroupType(Type.Repetition.REPEATED, LIST, type(ELEMENT, column.element()));
        return Types.optionalGroup()
                .as(LogicalTypeAnnotation.listType())
                .addField(repeated)
                .named(name);
    }
}
