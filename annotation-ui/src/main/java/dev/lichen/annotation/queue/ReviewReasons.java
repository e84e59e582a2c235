package dev.lichen.annotation.queue;

import dev.lichen.annotation.store.Database;
import dev.lichen.annotation.store.PersonKeys;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** What reviewers write, sealed with their keys. */
final class ReviewReasons {

    /** Stands where a reviewer was erased. */
    static final String GONE = "–";

    private final Database database;
    private final PersonKeys keys;

    ReviewReasons(Database database, PersonKeys keys) {
        this.database = database;
        this.keys = keys;
    }

    String seal(UUID reviewer, String reason) {
        return keys.seal(reviewer, reason);
    }

    /** Returns what a review says, or {@link #GONE}. */
    String of(UUID review) {
        return database.jdbc()
                .sql("select reviewer_id, reason, sealed from review where id = ?")
                .param(review)
                .query((row, n) -> read(row))
                .single();
    }

    private String read(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        return row.getBoolean("sealed")
                ? keys.open(row.getObject("reviewer_id", UUID.class), reason).orElse(GONE)
                : reason;
    }
}
