package dev.lichen.annotation.project;

import dev.lichen.annotation.account.Access;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.store.Database;
import dev.lichen.annotation.store.EventKind;
import dev.lichen.annotation.store.Ledger;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Says of single items which come first and how many people judge each. */
public final class ItemHandling {

    /** Beyond it, in both directions, a priority says no more. */
    private static final int HIGHEST_PRIORITY = 1000;

    private static final int LARGEST_OVERLAP = 1000;

    private final Database database;
    private final Ledger ledger;
    private final Access access;
    private final ItemReader reader;

    /** Creates the service. */
    public ItemHandling(Database database, Ledger ledger, Access access) {
        this.database = database;
        this.ledger = ledger;
        this.access = access;
        this.reader = new ItemReader(database);
    }

    /** Sets how early an item comes: higher comes first; from −1000 to 1000. */
    public void setPriority(UUID actor, UUID item, int priority) {
        access.require(actor, reader.projectOf(item), Role.ADMIN);
        if (Math.abs((long) priority) > HIGHEST_PRIORITY) {
            throw new ProjectException(ProjectRefusal.BAD_PRIORITY, priority, -HIGHEST_PRIORITY, HIGHEST_PRIORITY);
        }
        database.inTransaction(() -> {
            database.jdbc()
                    .sql("update item set priority = ? where id = ?")
                    .params(priority, item)
                    .update();
            ledger.append(actor, EventKind.ITEM_CHANGED, "item/" + item, Map.of("priority", priority));
        });
    }

    /**
     * Sets how many people judge an item, exactly: from 1 to 1000, and no fewer than have a place at it already.
     *
     * <p>Places taken are the target less the open ones; one guarded update changes both by the same number, so they stay
     * what they are whoever takes or returns one meanwhile.
     *
     * @throws ProjectException if more people than that have begun or judged it
     */
    public void setOverlap(UUID actor, UUID item, int overlap) {
        access.require(actor, reader.projectOf(item), Role.ADMIN);
        if (overlap < 1 || overlap > LARGEST_OVERLAP) {
            throw new ProjectException(ProjectRefusal.BAD_OVERLAP, overlap, LARGEST_OVERLAP);
        }
        database.inTransaction(() -> {
            if (!moved(item, overlap)) {
                throw new ProjectException(ProjectRefusal.OVERLAP_TAKEN, overlap, taken(item));
            }
            ledger.append(actor, EventKind.ITEM_CHANGED, "item/" + item, Map.of("overlap", overlap));
        });
    }

    /**
     * Has one more person judge each of some items, but for those that wait for somebody or that somebody has open, that are
     * withheld, gold, or of another project; so that the same said twice is done once.
     *
     * @return how many items get one more
     */
    public int addOne(UUID actor, UUID project, Collection<UUID> items) {
        access.require(actor, project, Role.ADMIN);
        int raised = 0;
        for (UUID item : items) {
            raised += database.transaction(() -> addOne(actor, project, item)) ? 1 : 0;
        }
        return raised;
    }

    private boolean addOne(UUID actor, UUID project, UUID item) {
        int changed = database.jdbc()
                .sql("update item set overlap_target = overlap_target + 1, open_slots = 1, state = 'OPEN'"
                        + " where id = ? and project_id = ? and state = 'FULL' and open_slots = 0"
                        + " and overlap_target < ? and not exists (select 1 from assignment where item_id = item.id"
                        + " and purpose = 'NORMAL' and state in ('LEASED', 'DRAFT'))")
                .params(item, project, LARGEST_OVERLAP)
                .update();
        if (changed == 1) {
            ledger.append(actor, EventKind.ITEM_CHANGED, "item/" + item, Map.of("overlap", taken(item) + 1));
        }
        return changed == 1;
    }

    private boolean moved(UUID item, int overlap) {
        return database.jdbc()
                        .sql("update item set overlap_target = :overlap,"
                                + " open_slots = open_slots + :overlap - overlap_target,"
                                + " state = case when state not in ('OPEN', 'FULL') then state"
                                + " when open_slots + :overlap - overlap_target > 0 then 'OPEN' else 'FULL' end"
                                + " where id = :item and open_slots + :overlap - overlap_target >= 0")
                        .param("overlap", overlap)
                        .param("item", item)
                        .update()
                == 1;
    }

    private int taken(UUID item) {
        return database.jdbc()
                .sql("select overlap_target - open_slots from item where id = ?")
                .param(item)
                .query(Integer.class)
                .single();
    }
}
