package dev.lichen.annotation.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.annotation.account.Access;
import dev.lichen.annotation.account.Accounts;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.project.AddedItems;
import dev.lichen.annotation.project.ItemReader;
import dev.lichen.annotation.project.ItemWriter;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.project.ProjectException;
import dev.lichen.annotation.project.ProjectRefusal;
import dev.lichen.annotation.project.Projects;
import dev.lichen.annotation.queue.ImportedJudgements;
import dev.lichen.annotation.store.CanonicalJson;
import dev.lichen.annotation.store.Database;
import dev.lichen.annotation.store.EventKind;
import dev.lichen.annotation.store.Identifiers;
import dev.lichen.annotation.store.ImportedTexts;
import dev.lichen.annotation.store.JudgementStore;
import dev.lichen.annotation.store.Ledger;
import dev.lichen.annotation.store.Timestamps;
import dev.lichen.datasets.Ranking;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Brings a file into a project, all of it or none.
 *
 * <p>Rankings become items to be ranked anew; whether the orders that they have are judgements to be kept is for the caller
 * to say.
 */
public final class Import {

    private static final String FILE = "file_sha256";
    private static final String JUDGEMENTS = "judgements";

    private final Database database;
    private final Ledger ledger;
    private final Access access;
    private final Accounts accounts;
    private final Projects projects;
    private final ImportedJudgements judgements;
    private final Identifiers identifiers;

    /** What an import works with. */
    public record Parts(
            Database database,
            Ledger ledger,
            Access access,
            Accounts accounts,
            Projects projects,
            JudgementStore judgements,
            Identifiers identifiers) {}

    public Import(Parts parts) {
        this.database = parts.database();
        this.ledger = parts.ledger();
        this.access = parts.access();
        this.accounts = parts.accounts();
        this.projects = parts.projects();
        this.judgements =
                new ImportedJudgements(parts.database(), parts.ledger(), parts.judgements(), parts.identifiers());
        this.identifiers = parts.identifiers();
    }

    /**
     * Reads a file without importing it.
     *
     * @throws dev.lichen.datasets.DataFormatException naming file and line, if a record is bad
     */
    public void check(Path file) {
        ItemFile.read(file);
    }

    /**
     * Imports the items of a file; the orders in it are left.
     *
     * @param actor an administrator of the project
     * @throws dev.lichen.datasets.DataFormatException naming file and line, if a record is bad; nothing is imported then
     * @throws ProjectException if the very same file was imported before
     */
    public ImportReport items(UUID actor, UUID project, Path file) {
        return load(actor, project, file, false);
    }

    /**
     * Imports the items of a file and the judgements on them, by their annotators: of exports of Argilla, Label Studio or
     * potato, of Lichen itself, or of any other format of rankings. Of a file whose items are there already, the judgements.
     *
     * @param actor an administrator of the project
     * @throws dev.lichen.datasets.DataFormatException naming file and line, if a record is bad; nothing is imported then
     * @throws ProjectException if the judgements of the very same file were imported before
     */
    public ImportReport judgements(UUID actor, UUID project, Path file) {
        return load(actor, project, file, true);
    }

    private ImportReport load(UUID actor, UUID project, Path file, boolean withJudgements) {
        access.require(actor, project, Role.ADMIN);
        Project into = projects.get(project);
        String hash = HashedFile.sha256(file);
        Optional<UUID> before = importedBefore(project, file, hash, withJudgements);
        ItemFile read = ItemFile.read(file);
        return database.largeTransaction(() -> {
            UUID batch = before.orElseGet(
                    () -> insertBatch(actor, project, file, hash, read.items().size()));
            AddedItems added = new ItemWriter(database, identifiers).add(into, batch, read.items());
            KeptJudgements kept = withJudgements ? keep(actor, into, read) : null;
            ObjectNode event = CanonicalJson.object()
                    .put(FILE, hash)
                    .put("import", batch.toString())
                    .put("texts_sha256", new ImportedTexts(database).sha256(batch))
                    .put("added", added.added())
                    .put("duplicates", added.duplicates());
            if (kept != null) {
                event.put(JUDGEMENTS, kept.kept());
            }
            ledger.append(actor, EventKind.IMPORTED, "project/" + project, event);
            return new ImportReport(name(file), read.format(), added, kept, read.skips());
        });
    }

    private KeptJudgements keep(UUID actor, Project into, ItemFile read) {
        Map<String, UUID> items = new ItemReader(database).byContent(into.id());
        Map<UUID, Integer> unnamed = new HashMap<>();
        Map<String, UUID> authors = new HashMap<>();
        int kept = 0;
        for (Ranking ranking : read.rankings()) {
            UUID item = Objects.requireNonNull(
                    items.get(ItemFile.item(ranking).contentSha256()), "every item was added just now or before");
            String named = ranking.judgement().annotator();
            String name = named == null ? "unnamed " + unnamed.merge(item, 1, Integer::sum) : named;
            UUID author = authors.computeIfAbsent(
                    name, one -> accounts.author(actor, one).id());
            kept += judgements.keep(into, item, author, ranking) ? 1 : 0;
        }
        return new KeptJudgements(kept, read.rankings().size() - kept, authors.size());
    }

    /** Returns the import of the very same file, where its items alone were wanted then and its judgements are now. */
    private Optional<UUID> importedBefore(UUID project, Path file, String hash, boolean withJudgements) {
        return database.jdbc()
                .sql("select id, imported_at from import_batch where project_id = ? and file_sha256 = ?")
                .params(project, hash)
                .query((row, n) -> Map.entry(row.getObject("id", UUID.class), Timestamps.read(row, "imported_at")))
                .optional()
                .map(before -> {
                    if (!withJudgements || hasJudgementsOf(project, hash)) {
                        throw new ProjectException(ProjectRefusal.IMPORTED_BEFORE, name(file), before.getValue());
                    }
                    return before.getKey();
                });
    }

    private boolean hasJudgementsOf(UUID project, String hash) {
        return database
                .jdbc()
                .sql("select payload from ledger_event where kind = 'IMPORTED' and subject = ?")
                .param("project/" + project)
                .query(String.class)
                .list()
                .stream()
                .map(CanonicalJson::tree)
                .anyMatch(event -> event.path(FILE).asText().equals(hash) && event.has(JUDGEMENTS));
    }

    private UUID insertBatch(UUID actor, UUID project, Path file, String hash, int items) {
        UUID id = identifiers.next();
        database.jdbc()
                .sql(
                        "insert into import_batch (id, project_id, file_name, file_sha256, items, imported_by, imported_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(id, project, name(file), hash, items, actor, Timestamps.column(ledger.now()))
                .update();
        return id;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
