package dev.lichen.annotation.queue;

import dev.lichen.annotation.project.AnswerSchema;
import dev.lichen.annotation.store.CanonicalJson;
import dev.lichen.annotation.store.Database;
import dev.lichen.annotation.store.Timestamps;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Stores how items are shown. */
final class Presentations {

    private final Database database;
    private final String build;

    /** Versions never change, so each is read once. */
    private final Map<UUID, AnswerSchema> schemas = new ConcurrentHashMap<>();

    private final Map<UUID, Integer> guidelines = new ConcurrentHashMap<>();

    /**
     * Creates the store.
     *
     * @param build names the version of the pages
     */
    Presentations(Database database, String build) {
        this.database = database;
        this.build = build;
    }

    /** Draws up and stores the order for the next showing of an item; one without answers has none. */
    void create(Assignment assignment, int showing, Instant now) {
        List<Integer> slots = shownSlots(assignment.item());
        if (slots.isEmpty()) {
            insert(assignment, slots, 0, now);
            return;
        }
        int row = (showing + offset(assignment.item())) % WilliamsSquare.rows(slots.size());
        List<Integer> order =
                WilliamsSquare.order(slots.size(), row).stream().map(slots::get).toList();
        insert(assignment, order, row, now);
    }

    /** Stores the order of the file for an item that was shown elsewhere. */
    void createAsImported(Assignment assignment, Instant now) {
        insert(assignment, shownSlots(assignment.item()), 0, now);
    }

    private void insert(Assignment assignment, List<Integer> order, int row, Instant now) {
        database.jdbc()
                .sql("insert into presentation (assignment_id, slot_order, square_row, guideline_version_id,"
                        + " schema_version_id, build, presented_at) values (?, ?, ?, "
                        + newest("guideline_version") + ", " + newest("schema_version") + ", ?, ?)")
                .params(
                        assignment.id(),
                        order.stream().map(String::valueOf).collect(Collectors.joining(",")),
                        row,
                        assignment.project(),
                        assignment.project(),
                        build,
                        Timestamps.column(now))
                .update();
    }

    Presentation get(UUID assignment) {
        return database.jdbc()
                .sql("select * from presentation where assignment_id = ?")
                .param(assignment)
                .query((row, n) -> new Presentation(
                        Arrays.stream(row.getString("slot_order").split(","))
                                .filter(slot -> !slot.isEmpty())
                                .map(Integer::valueOf)
                                .toList(),
                        row.getInt("square_row"),
                        row.getObject("guideline_version_id", UUID.class),
                        row.getObject("schema_version_id", UUID.class)))
                .single();
    }

    AnswerSchema schema(Presentation presentation) {
        return schemas.computeIfAbsent(presentation.schema(), this::readSchema);
    }

    int guidelineVersion(Presentation presentation) {
        return guidelines.computeIfAbsent(presentation.guideline(), this::readGuidelineVersion);
    }

    private AnswerSchema readSchema(UUID id) {
        String content = database.jdbc()
                .sql("select content from schema_version where id = ?")
                .param(id)
                .query(String.class)
                .single();
        return CanonicalJson.read(content, AnswerSchema.class);
    }

    private int readGuidelineVersion(UUID id) {
        return database.jdbc()
                .sql("select version from guideline_version where id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    private static String newest(String table) {
        return "(select id from " + table + " where project_id = ? order by version desc limit 1)";
    }

    private List<Integer> shownSlots(UUID item) {
        return database.jdbc()
                .sql("select slot from item_answer where item_id = ? and shown_as = slot order by slot")
                .param(item)
                .query((row, n) -> row.getInt("slot"))
                .list();
    }

    /** Starts each item at another row, so that few showings an item are balanced over items too. */
    private static int offset(UUID item) {
        return (int) (item.getLeastSignificantBits() & 0xFFFF);
    }
}
