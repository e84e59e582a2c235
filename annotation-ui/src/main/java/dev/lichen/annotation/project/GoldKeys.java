package dev.lichen.annotation.project;

import dev.lichen.annotation.store.CanonicalJson;
import dev.lichen.annotation.store.Database;
import dev.lichen.datasets.Tiers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and writes what is known of gold items, whoever asks: for code that checks rights itself. */
public final class GoldKeys {

    private final Database database;

    /** Creates the store. */
    public GoldKeys(Database database) {
        this.database = database;
    }

    /** Returns what is known of an item, if it is gold. */
    public Optional<GoldKey> find(UUID item) {
        return database.jdbc()
                .sql("select * from gold_key where item_id = ?")
                .param(item)
                .query((row, n) -> read(row))
                .optional();
    }

    /** Returns what is known of the gold items of a project, by item. */
    public Map<UUID, GoldKey> ofProject(UUID project) {
        Map<UUID, GoldKey> found = new HashMap<>();
        database.jdbc()
                .sql("select g.* from gold_key g join item i on i.id = g.item_id where i.project_id = ?")
                .param(project)
                .query(row -> {
                    found.put(row.getObject("item_id", UUID.class), read(row));
                });
        return found;
    }

    /** Writes what is known of an item that the caller has locked. */
    void put(UUID item, GoldKey key) {
        String tiers = CanonicalJson.write(key.expected().values());
        delete(item);
        database.jdbc()
                .sql("insert into gold_key (item_id, expected, tolerance, explanation) values (?, ?, ?, ?)")
                .params(item, tiers, key.tolerance(), key.explanation())
                .update();
    }

    /** Forgets what is known of an item, and returns whether anything was. */
    boolean delete(UUID item) {
        return database.jdbc()
                        .sql("delete from gold_key where item_id = ?")
                        .param(item)
                        .update()
                == 1;
    }

    private static GoldKey read(ResultSet row) throws SQLException {
        return new GoldKey(tiers(row.getString("expected")), row.getDouble("tolerance"), row.getString("explanation"));
    }

    private static Tiers tiers(String json) {
        List<@Nullable Integer> tiers = new ArrayList<>();
        CanonicalJson.tree(json).forEach(tier -> tiers.add(tier.isNull() ? null : tier.intValue()));
        return Tiers.ofRanks(tiers);
    }
}
