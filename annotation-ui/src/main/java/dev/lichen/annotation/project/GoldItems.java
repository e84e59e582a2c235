package dev.lichen.annotation.project;

import dev.lichen.annotation.account.Access;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.store.CanonicalJson;
import dev.lichen.annotation.store.Database;
import dev.lichen.annotation.store.EventKind;
import dev.lichen.annotation.store.Ledger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes items gold: they leave the queue and are handed out to everybody, first for training, then hidden among the others.
 *
 * <p>What people said of an item before stays. Where gold is taken back, judgements that were given for it remain checks
 * that no longer count, and the item goes on where it was.
 */
public final class GoldItems {

    private final Database database;
    private final Ledger ledger;
    private final Access access;
    private final ItemReader reader;
    private final GoldKeys keys;

    /** Creates the service. */
    public GoldItems(Database database, Ledger ledger, Access access) {
        this.database = database;
        this.ledger = ledger;
        this.access = access;
        this.reader = new ItemReader(database);
        this.keys = new GoldKeys(database);
    }

    /** Returns what is known of an item, if it is gold, for those who lead, review or audit its project. */
    public Optional<GoldKey> key(UUID actor, UUID item) {
        access.require(actor, reader.projectOf(item), Role.ADMIN, Role.REVIEWER, Role.AUDITOR);
        return keys.find(item);
    }

    /**
     * Makes an item gold, or changes what is expected of it. One that is withheld becomes gold when it is released.
     *
     * @throws ProjectException if the order does not fit the item's answers
     */
    public void set(UUID actor, UUID item, GoldKey key) {
        access.require(actor, reader.projectOf(item), Role.ADMIN);
        requireFitting(reader.get(item), key);
        database.inTransaction(() -> {
            database.jdbc()
                    .sql("update item set state = case when state = 'HELD' then 'HELD' else 'GOLD' end where id = ?")
                    .param(item)
                    .update();
            keys.put(item, key);
            ledger.append(
                    actor,
                    EventKind.GOLD_SET,
                    "item/" + item,
                    Map.of("expected", CanonicalJson.write(key.expected().values()), "tolerance", key.tolerance()));
        });
    }

    /** Takes gold back: the item is handed out like any other again. */
    public void remove(UUID actor, UUID item) {
        access.require(actor, reader.projectOf(item), Role.ADMIN);
        database.inTransaction(() -> {
            database.jdbc()
                    .sql("update item set state = case when state <> 'GOLD' then state"
                            + " when open_slots > 0 then 'OPEN' else 'FULL' end where id = ?")
                    .param(item)
                    .update();
            if (keys.delete(item)) {
                ledger.append(actor, EventKind.GOLD_REMOVED, "item/" + item, Map.of());
            }
        });
    }

    private static void requireFitting(StoredItem item, GoldKey key) {
        List<StoredAnswer> answers = item.answers();
        if (item.state().equals(ItemState.IDENTICAL.name())) {
            throw new ProjectException(ProjectRefusal.SAME_ANSWERS);
        }
        if (key.expected().size() != answers.size()) {
            throw new ProjectException(
                    ProjectRefusal.ORDER_OF_OTHERS, key.expected().size());
        }
        for (StoredAnswer answer : answers) {
            if (!key.expected().of(answer.slot()).equals(key.expected().of(answer.shownAs()))) {
                throw new ProjectException(ProjectRefusal.SAME_TEXT, answer.shownAs(), answer.slot());
            }
        }
    }
}
