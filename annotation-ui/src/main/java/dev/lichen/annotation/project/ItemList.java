package dev.lichen.annotation.project;

import dev.lichen.annotation.account.Access;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.store.Database;
import dev.lichen.datasets.Attributes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds items for those who lead or review a project, a page at a time, writers' names never. */
public final class ItemList {

    private static final String GOLD = "exists (select 1 from gold_key g where g.item_id = i.id)";

    private static final String ITEMS = "select i.id, i.number, i.prompt, i.attributes, i.answers, i.priority,"
            + " i.overlap_target, i.state, i.hold_reason, " + GOLD + " as gold from item i"
            + " where i.project_id = :project and i.number > :after";

    /** Not by state in the condition, or H2 takes the index of leases and reads all work that was ever submitted. */
    private static final String JUDGED = "select item_id, purpose, count(case when state = 'SUBMITTED' then 1 end) as n"
            + " from assignment where item_id in (:items) group by item_id, purpose";

    private final Database database;
    private final Access access;

    /** Creates the list. */
    public ItemList(Database database, Access access) {
        this.database = database;
        this.access = access;
    }

    /** Returns items in the order of import, those after a number; where they come from, for leads and auditors only. */
    public List<ListedItem> page(UUID actor, UUID project, ItemFilter filter, long after, int limit) {
        access.require(actor, project, Role.ADMIN, Role.REVIEWER, Role.AUDITOR);
        boolean sources = access.has(actor, project, Role.ADMIN, Role.AUDITOR);
        List<ListedItem> found = new ArrayList<>();
        List<ListedItem> read = read(project, filter, after, limit, sources);
        fitting(read, filter, found);
        while (read.size() == limit && found.size() < limit) {
            read = read(project, filter, read.getLast().number(), limit, sources);
            fitting(read, filter, found);
        }
        return withJudged(found.subList(0, Math.min(limit, found.size())));
    }

    /** Returns the item of a number, if the project has it. */
    public Optional<ListedItem> find(UUID actor, UUID project, long number) {
        return page(actor, project, ItemFilter.all(), number - 1, 1).stream()
                .filter(item -> item.number() == number)
                .findFirst();
    }

    /** Returns the texts of the answers of listed items, in slots. */
    public Map<UUID, List<String>> answers(UUID actor, UUID project, List<ListedItem> listed) {
        access.require(actor, project, Role.ADMIN, Role.REVIEWER, Role.AUDITOR);
        Map<UUID, List<String>> texts = new HashMap<>();
        if (!listed.isEmpty()) {
            database.jdbc()
                    .sql("select a.item_id, a.content from item_answer a join item i on i.id = a.item_id"
                            + " where i.project_id = :project and a.item_id in (:items) order by a.item_id, a.slot")
                    .param("project", project)
                    .param("items", listed.stream().map(ListedItem::id).toList())
                    .query(row -> {
                        texts.computeIfAbsent(row.getObject("item_id", UUID.class), item -> new ArrayList<>())
                                .add(row.getString("content"));
                    });
        }
        return texts;
    }

    private static void fitting(List<ListedItem> read, ItemFilter filter, List<ListedItem> found) {
        read.stream().filter(item -> filter.fits(item.number(), item.prompt())).forEach(found::add);
    }

    private List<ListedItem> read(UUID project, ItemFilter filter, long after, int limit, boolean sources) {
        JdbcClient.StatementSpec items = database.jdbc()
                .sql(ITEMS + conditions(filter) + order(filter) + " limit :limit")
                .params(filter.inPrompt().parameters())
                .param("project", project)
                .param("after", after)
                .param("limit", limit);
        if (filter.state() != null) {
            items = items.param("state", filter.state().name());
        }
        if (filter.number().isPresent()) {
            items = items.param("number", filter.number().getAsLong());
        }
        return items.query((row, n) -> item(row, sources)).list();
    }

    private static String conditions(ItemFilter filter) {
        String state = filter.state() == null ? "" : " and i.state = :state";
        String gold = filter.gold() == null ? "" : filter.gold() ? " and " + GOLD : " and not " + GOLD;
        String number = filter.number().isPresent() ? "i.number = :number" : "";
        String wanted = Stream.of(filter.inPrompt().condition("i.prompt"), number)
                .filter(condition -> !condition.isEmpty())
                .collect(Collectors.joining(" or "));
        return state + gold + (wanted.isEmpty() ? "" : " and (" + wanted + ")");
    }

    /** In the words of an index, or H2 reads and sorts all items instead of the first few. */
    private static String order(ItemFilter filter) {
        return filter.state() == null
                ? " order by i.project_id, i.number"
                : " order by i.project_id, i.state, i.number";
    }

    private List<ListedItem> withJudged(List<ListedItem> items) {
        Map<UUID, Map<String, Long>> judged = new HashMap<>();
        if (!items.isEmpty()) {
            database.jdbc()
                    .sql(JUDGED)
                    .param("items", items.stream().map(ListedItem::id).toList())
                    .query(row -> {
                        judged.computeIfAbsent(row.getObject("item_id", UUID.class), item -> new HashMap<>())
                                .put(row.getString("purpose"), row.getLong("n"));
                    });
        }
        return items.stream()
                .map(item -> item.with(item.handling()
                        .withJudged(judged.getOrDefault(item.id(), Map.of())
                                .getOrDefault(item.handling().gold() ? "GOLD" : "NORMAL", 0L))))
                .toList();
    }

    private static ListedItem item(ResultSet row, boolean sources) throws SQLException {
        Attributes attributes = ItemReader.attributes(row.getString("attributes"));
        return new ListedItem(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                ItemReader.messages(row.getString("prompt")),
                row.getInt("answers"),
                attributes.language(),
                sources ? attributes.source() : null,
                ItemState.valueOf(row.getString("state")),
                row.getString("hold_reason"),
                new ListedItem.Handling(
                        row.getInt("priority"), row.getInt("overlap_target"), 0, row.getBoolean("gold")));
    }
}
