package dev.lichen.annotation.queue;

import dev.lichen.annotation.store.Database;
import java.util.UUID;

/** Takes and returns places at items by guarded updates, which hold under any concurrency. */
final class Places {

    private final Database database;

    Places(Database database) {
        this.database = database;
    }

    /** Takes a place, if one is open; the update locks the item until the transaction ends. */
    boolean take(UUID item) {
        return database.jdbc()
                        .sql("update item set open_slots = open_slots - 1, presented = presented + 1,"
                                + " state = case when open_slots = 1 then 'FULL' else 'OPEN' end"
                                + " where id = ? and open_slots > 0 and state = 'OPEN'")
                        .param(item)
                        .update()
                == 1;
    }

    /** Takes a place, and where none is open makes one more than the item was to have: for work that is done already. */
    void takeOrMake(UUID item) {
        database.jdbc()
                .sql("update item set overlap_target = case when open_slots > 0 then overlap_target"
                        + " else overlap_target + 1 end,"
                        + " state = case when state = 'OPEN' and open_slots <= 1 then 'FULL' else state end,"
                        + " open_slots = case when open_slots > 0 then open_slots - 1 else 0 end,"
                        + " presented = presented + 1 where id = ?")
                .param(item)
                .update();
    }

    /** Returns a place that was taken. */
    void giveBack(UUID item) {
        database.jdbc()
                .sql("update item set open_slots = open_slots + 1,"
                        + " state = case when state = 'FULL' then 'OPEN' else state end where id = ?")
                .param(item)
                .update();
    }

    /** Counts a showing that takes no place: gold, repeats. */
    void countShowing(UUID item) {
        database.jdbc()
                .sql("update item set presented = presented + 1 where id = ?")
                .param(item)
                .update();
    }

    /** Returns how often the item was handed out. */
    int shown(UUID item) {
        return database.jdbc()
                .sql("select presented from item where id = ?")
                .param(item)
                .query(Integer.class)
                .single();
    }

    /** Withholds an item from everybody until somebody has looked; why, the report itself says. */
    void holdAsReported(UUID item) {
        database.jdbc()
                .sql("update item set state = 'HELD', hold_reason = null where id = ?")
                .param(item)
                .update();
    }

    /** Locks an item until the transaction ends. */
    void lock(UUID item) {
        database.jdbc()
                .sql("select id from item where id = ? for update")
                .param(item)
                .query(UUID.class)
                .single();
    }
}
