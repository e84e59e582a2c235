package dev.lichen.annotation.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Inserts the rows of one table of a backup, many at once. */
final class BatchInsert {

    private static final int AT_ONCE = 500;

    private final JdbcTemplate template;
    private final String insert;
    private final List<BackupValue.Column> columns;

    BatchInsert(Database database, String insert, List<BackupValue.Column> columns) {
        this.template = new JdbcTemplate(database.dataSource());
        this.insert = insert;
        this.columns = columns;
    }

    void all(BufferedReader lines) throws IOException {
        List<@Nullable Object[]> batch = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            batch.add(values(CanonicalJson.tree(line)));
            if (batch.size() == AT_ONCE) {
                flush(batch);
            }
        }
        flush(batch);
    }

    private void flush(List<@Nullable Object[]> batch) {
        template.batchUpdate(insert, batch);
        batch.clear();
    }

    private @Nullable Object[] values(JsonNode row) {
        return columns.stream()
                .map(column -> column.value(row.path(column.name()).textValue()))
                .toArray();
    }
}
