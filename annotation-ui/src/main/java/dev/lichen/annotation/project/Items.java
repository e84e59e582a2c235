package dev.lichen.annotation.project;

import dev.lichen.annotation.account.Access;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.store.Database;
import dev.lichen.annotation.store.EventKind;
import dev.lichen.annotation.store.Ledger;
import dev.lichen.datasets.Answer;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.ExtraFields;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Counts, shows, withholds, releases and unblinds the items of a project. */
public final class Items {

    private static final int LONGEST_REASON = 1000;

    private final Database database;
    private final Ledger ledger;
    private final Access access;
    private final ItemReader reader;
    private final GrowingCount judgements;
    private final GrowingCount rankings;

    public Items(Database database, Ledger ledger, Access access) {
        this.database = database;
        this.ledger = ledger;
        this.access = access;
        this.reader = new ItemReader(database);
        this.judgements = new GrowingCount(database, "1", "where j.revision = 1 and j.outcome <> 'SKIP'");
        this.rankings = new GrowingCount(
                database,
                counts("j") + " - " + counts("corrected"),
                "join assignment a on a.id = j.assignment_id join item i on i.id = j.item_id and i.answers > 0"
                        + " left join judgement corrected on corrected.id = j.supersedes_id"
                        + " where a.purpose in ('NORMAL', 'ADJUDICATE')");
    }

    /** A correction may turn a ranking into something else, or something else into one. */
    private static String counts(String judgement) {
        return "case when " + judgement + ".outcome in ('JUDGED', 'ALL_BAD') then 1 else 0 end";
    }

    /** Counts the judgements of all projects, so that nobody waits for the first count, which reads all of them. */
    public void countAhead() {
        long event = ledger.head().seq();
        List<UUID> projects = database.jdbc()
                .sql("select id from project")
                .query((row, n) -> row.getObject("id", UUID.class))
                .list();
        for (UUID project : projects) {
            judgements.of(project, event);
            rankings.of(project, event);
        }
    }

    /** Returns how far a project is. */
    public Progress progress(UUID project) {
        Map<String, Long> states = new HashMap<>();
        database.jdbc()
                .sql("select state, count(*) as n from item where project_id = ? group by state")
                .param(project)
                .query(row -> {
                    states.put(row.getString("state"), row.getLong("n"));
                });
        return new Progress(
                states.values().stream().mapToLong(Long::longValue).sum(),
                states.getOrDefault("OPEN", 0L),
                states.getOrDefault("FULL", 0L),
                states.getOrDefault("HELD", 0L),
                states.getOrDefault("IDENTICAL", 0L),
                states.getOrDefault("GOLD", 0L),
                judgements.of(project, ledger.head().seq()));
    }

    /** Returns how much a project has to train on. */
    public DataSize size(UUID project) {
        long items = database.jdbc()
                .sql("select count(*) from item where project_id = ?")
                .param(project)
                .query(Long.class)
                .single();
        return database.jdbc()
                .sql("select avg(cast(i.answers as double precision)) as answers,"
                        + " avg(cast(length(i.prompt) + length(a.content) as double precision)) as characters"
                        + " from item i join item_answer a on a.item_id = i.id where i.project_id = ?")
                .param(project)
                .query((row, n) -> new DataSize(
                        rankings.of(project, ledger.head().seq()),
                        items,
                        row.getDouble("answers"),
                        row.getDouble("characters")))
                .single();
    }

    /** Returns the items of a project that wait for somebody to look, writers' names removed. */
    public List<StoredItem> held(UUID actor, UUID project) {
        access.require(actor, project, Role.ADMIN, Role.REVIEWER);
        return database
                .jdbc()
                .sql("select id from item where project_id = ? and state = 'HELD' order by number")
                .param(project)
                .query((row, n) -> row.getObject("id", UUID.class))
                .list()
                .stream()
                .map(reader::get)
                .map(Items::blind)
                .toList();
    }

    /** Returns items of a project in the order of import, writers' names removed. */
    public List<StoredItem> page(UUID actor, UUID project, long afterNumber, int limit) {
        access.require(actor, project, Role.ADMIN, Role.REVIEWER, Role.AUDITOR);
        return reader.page(project, afterNumber, limit).stream()
                .map(Items::blind)
                .toList();
    }

    /** Returns an item, writers' names removed. */
    public StoredItem get(UUID actor, UUID item) {
        access.require(actor, reader.projectOf(item), Role.ADMIN, Role.REVIEWER, Role.AUDITOR);
        return blind(reader.get(item));
    }

    /**
     * Withholds an item from annotators; who has it open already may go on.
     *
     * @param reason what those who look at withheld items read, at most 1000 characters
     */
    public void hold(UUID actor, UUID item, String reason) {
        access.require(actor, reader.projectOf(item), Role.ADMIN, Role.REVIEWER);
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new ProjectException(ProjectRefusal.BAD_REASON, reason.strip().length(), LONGEST_REASON);
        }
        database.inTransaction(() -> {
            int changed = database.jdbc()
                    .sql("update item set state = 'HELD', hold_reason = ? where id = ?"
                            + " and state in ('OPEN', 'FULL', 'GOLD')")
                    .params(reason.strip(), item)
                    .update();
            if (changed == 1) {
                ledger.append(actor, EventKind.ITEM_HELD, "item/" + item, Map.of());
            }
        });
    }

    /** Lets an item that was held go to annotators. */
    public void release(UUID actor, UUID item) {
        access.require(actor, reader.projectOf(item), Role.ADMIN, Role.REVIEWER);
        database.inTransaction(() -> {
            int changed = database.jdbc()
                    .sql("update item set hold_reason = null, state = case"
                            + " when exists (select 1 from gold_key where item_id = item.id) then 'GOLD'"
                            + " when open_slots > 0 then 'OPEN' else 'FULL' end where id = ? and state = 'HELD'")
                    .param(item)
                    .update();
            if (changed == 1) {
                ledger.append(actor, EventKind.ITEM_RELEASED, "item/" + item, Map.of());
            }
        });
    }

    /** Notes how unsure the reward model is about items, by number: 0 and up, greater is less sure. */
    public void setUncertainty(UUID actor, UUID project, Map<Long, Double> uncertainties) {
        access.require(actor, project, Role.ADMIN);
        database.inTransaction(() -> uncertainties.forEach((number, uncertainty) -> {
            if (!(uncertainty >= 0) || uncertainty.isInfinite()) {
                throw new ProjectException(ProjectRefusal.BAD_UNCERTAINTY, number, uncertainty);
            }
            database.jdbc()
                    .sql("update item set uncertainty = ? where project_id = ? and number = ?")
                    .params(uncertainty, project, number)
                    .update();
        }));
    }

    /** Returns an item with its writers' names; that somebody looked is an event of the ledger. */
    public StoredItem unblind(UUID actor, UUID item) {
        access.require(actor, reader.projectOf(item), Role.ADMIN, Role.REVIEWER, Role.AUDITOR);
        ledger.append(actor, EventKind.UNBLINDED, "item/" + item, Map.of());
        return reader.get(item);
    }

    private static StoredItem blind(StoredItem item) {
        List<StoredAnswer> answers = item.answers().stream()
                .map(answer -> new StoredAnswer(
                        answer.slot(),
                        answer.shownAs(),
                        new Answer(answer.answer().content())))
                .toList();
        Attributes attributes = new Attributes(null, item.attributes().language(), null, ExtraFields.none());
        return new StoredItem(
                item.id(), item.number(), item.prompt(), answers, attributes, item.state(), item.holdReason());
    }
}
