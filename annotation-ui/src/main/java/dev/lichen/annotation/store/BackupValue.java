package dev.lichen.annotation.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Converts the values of columns to text and back, the same for both databases. */
final class BackupValue {

    /** A column and its type among {@link Types}. */
    record Column(String name, int type, String typeName) {

        /** Returns what the driver takes for a text of this column. */
        @Nullable
        Object value(@Nullable String text) {
            if (text == null) {
                return null;
            }
            if (typeName.equals("uuid")) {
                return UUID.fromString(text);
            }
            return switch (type) {
                case Types.INTEGER, Types.SMALLINT, Types.BIGINT -> Long.valueOf(text);
                case Types.DOUBLE, Types.FLOAT -> Double.valueOf(text);
                case Types.BOOLEAN, Types.BIT -> Boolean.valueOf(text);
                case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> OffsetDateTime.parse(text);
                default -> text;
            };
        }
    }

    private BackupValue() {}

    /** Returns the text of a value, or null. */
    static @Nullable String text(ResultSet row, int column) throws SQLException {
        int type = row.getMetaData().getColumnType(column);
        if (type == Types.TIMESTAMP || type == Types.TIMESTAMP_WITH_TIMEZONE) {
            OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
            return time == null ? null : Timestamps.column(time.toInstant()).toString();
        }
        Object value = row.getObject(column);
        return value == null ? null : value.toString();
    }

    static List<Column> columns(Database database, String table) {
        ConnectionCallback<List<Column>> reading = connection -> read(connection, table);
        List<Column> columns = new JdbcTemplate(database.dataSource()).execute(reading);
        return columns == null ? List.of() : columns;
    }

    private static List<Column> read(Connection connection, String table) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select * from " + table + " where 1 = 0")) {
            var data = rows.getMetaData();
            for (int i = 1; i <= data.getColumnCount(); i++) {
                columns.add(new Column(
                        data.getColumnName(i),
                        data.getColumnType(i),
                        data.getColumnTypeName(i).toLowerCase(Locale.ROOT)));
            }
        }
        return columns;
    }
}
