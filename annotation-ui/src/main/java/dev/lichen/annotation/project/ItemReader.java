package dev.lichen.annotation.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.annotation.store.CanonicalJson;
import dev.lichen.annotation.store.Database;
import dev.lichen.datasets.Answer;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.ExtraFields;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.Place;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads items from the store, writers' names included: for code that exports or serves, never for an annotator's page.
 */
public final class ItemReader {

    private static final Place DATABASE = Place.of(Path.of("database"));

    private final Database database;

    public ItemReader(Database database) {
        this.database = database;
    }

    /** A row of an item, without its answers. */
    private record Row(
            UUID id,
            long number,
            List<Message> prompt,
            Attributes attributes,
            String state,
            @Nullable String holdReason) {

        StoredItem with(List<StoredAnswer> answers) {
            return new StoredItem(id, number, prompt, answers, attributes, state, holdReason);
        }
    }

    /** Returns an item, if there is one. */
    public Optional<StoredItem> find(UUID id) {
        return database.jdbc()
                .sql("select * from item where id = ?")
                .param(id)
                .query((row, n) -> read(row))
                .optional()
                .map(item -> item.with(answers(id)));
    }

    /** Returns an item that must be there. */
    public StoredItem get(UUID id) {
        return find(id).orElseThrow(() -> new ProjectException(ProjectRefusal.NO_ITEM, id));
    }

    /** Returns the project of an item that must be there. */
    public UUID projectOf(UUID item) {
        return database.jdbc()
                .sql("select project_id from item where id = ?")
                .param(item)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new ProjectException(ProjectRefusal.NO_ITEM, item));
    }

    /** Returns whether an item is one of a project. */
    public boolean isIn(UUID project, UUID item) {
        return database.jdbc()
                        .sql("select count(*) from item where id = ? and project_id = ?")
                        .params(item, project)
                        .query(Long.class)
                        .single()
                == 1;
    }

    /** Returns the items of a project, in the order of import. */
    public List<StoredItem> page(UUID project, long afterNumber, int limit) {
        List<Row> items = database.jdbc()
                .sql("select * from item where project_id = ? and number > ? order by number limit ?")
                .params(project, afterNumber, limit)
                .query((row, n) -> read(row))
                .list();
        return items.isEmpty() ? List.of() : withAnswers(project, items);
    }

    private List<StoredItem> withAnswers(UUID project, List<Row> items) {
        Map<UUID, List<StoredAnswer>> answers = new HashMap<>();
        database.jdbc()
                .sql("select a.* from item i join item_answer a on a.item_id = i.id"
                        + " where i.project_id = ? and i.number between ? and ? order by i.number, a.slot")
                .params(project, items.getFirst().number(), items.getLast().number())
                .query(row -> {
                    answers.computeIfAbsent(row.getObject("item_id", UUID.class), item -> new ArrayList<>())
                            .add(answer(row));
                });
        return items.stream()
                .map(item -> item.with(answers.getOrDefault(item.id(), List.of())))
                .toList();
    }

    /** Returns the items of a project that anybody judged, in the order of import. */
    public List<UUID> judged(UUID project) {
        return database.jdbc()
                .sql("select id from item where project_id = ? and exists (select 1 from judgement"
                        + " where item_id = item.id) order by number")
                .param(project)
                .query((row, n) -> row.getObject("id", UUID.class))
                .list();
    }

    /** Returns the items of a project by the hash of prompt and answers. */
    public Map<String, UUID> byContent(UUID project) {
        Map<String, UUID> items = new HashMap<>();
        database.jdbc()
                .sql("select id, content_sha256 from item where project_id = ?")
                .param(project)
                .query(row -> {
                    items.put(row.getString("content_sha256"), row.getObject("id", UUID.class));
                });
        return items;
    }

    /** Reads messages that {@link Message#toJson} wrote. */
    public static List<Message> messages(String json) {
        List<Message> messages = new ArrayList<>();
        for (JsonNode message : CanonicalJson.tree(json)) {
            messages.add(Message.from(new JsonFields((ObjectNode) message, DATABASE)));
        }
        return messages;
    }

    /** Reads what is known of a prompt. */
    static Attributes attributes(String json) {
        return Attributes.from(new JsonFields((ObjectNode) CanonicalJson.tree(json), DATABASE));
    }

    private List<StoredAnswer> answers(UUID item) {
        return database.jdbc()
                .sql("select * from item_answer where item_id = ? order by slot")
                .param(item)
                .query((row, n) -> answer(row))
                .list();
    }

    private static StoredAnswer answer(ResultSet row) throws SQLException {
        return new StoredAnswer(
                row.getInt("slot"),
                row.getInt("shown_as"),
                new Answer(row.getString("content"), row.getString("generator"), extra(row)));
    }

    private static ExtraFields extra(ResultSet row) throws SQLException {
        return ExtraFields.of((ObjectNode) CanonicalJson.tree(row.getString("extra")));
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                messages(row.getString("prompt")),
                attributes(row.getString("attributes")),
                row.getString("state"),
                row.getString("hold_reason"));
    }
}
