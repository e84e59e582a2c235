package dev.lichen.annotation.account;

import dev.lichen.annotation.store.Database;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads the names under which people's work is shown to others. */
public final class Pseudonyms {

    private Pseudonyms() {}

    /** Returns the pseudonym of everybody who has, or had, an account. */
    public static Map<UUID, String> all(Database database) {
        return database
                .jdbc()
                .sql("select id, pseudonym from app_user")
                .query((row, n) -> Map.entry(row.getObject("id", UUID.class), row.getString("pseudonym")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
