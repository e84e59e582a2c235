package dev.lichen.annotation.exchange;

import dev.lichen.annotation.account.Access;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.project.AddedItems;
import dev.lichen.annotation.project.ItemWriter;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.project.ProjectException;
import dev.lichen.annotation.project.Projects;
import dev.lichen.annotation.store.Database;
import dev.lichen.annotation.store.EventKind;
import dev.lichen.annotation.store.Identifiers;
import dev.lichen.annotation.store.Ledger;
import dev.lichen.annotation.store.Timestamps;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Brings the items of a file into a project, all or none.
 *
 * <p>Rankings become items to be ranked anew: their order, if they have one, is not imported.
 */
public final class Import {

    private final Database database;
    private final Ledger ledger;
    private final Access access;
    private final Projects projects;
    private final Identifiers identifiers;

    public Import(Database database, Ledger ledger, Access access, Projects projects, Identifiers identifiers) {
        this.database = database;
        this.ledger = ledger;
        this.access = access;
        this.projects = projects;
        this.identifiers = identifiers;
    }

    /**
     * Imports a file.
     *
     * @param actor an administrator of the project
     * @throws dev.lichen.datasets.DataFormatException naming file and line, if a record is bad; nothing is imported then
     * @throws ProjectException if the very same file was imported before
     */
    public ImportReport items(UUID actor, UUID project, Path file) {
        access.require(actor, project, Role.ADMIN);
        Project into = projects.get(project);
        String hash = HashedFile.sha256(file);
        requireNew(project, file, hash);
        ItemFile read = ItemFile.read(file);
        AddedItems added = database.transaction(() -> {
            UUID batch = insertBatch(actor, project, file, hash, read.items().size());
            AddedItems result = new ItemWriter(database, identifiers).add(into, batch, read.items());
            ledger.append(
                    actor,
                    EventKind.IMPORTED,
                    "project/" + project,
                    Map.of("file_sha256", hash, "added", result.added(), "duplicates", result.duplicates()));
            return result;
        });
        return new ImportReport(name(file), read.format(), added, read.skips());
    }

    private void requireNew(UUID project, Path file, String hash) {
        Optional<Instant> before = database.jdbc()
                .sql("select imported_at from import_batch where project_id = ? and file_sha256 = ?")
                .params(project, hash)
                .query((row, n) -> Timestamps.read(row, "imported_at"))
                .optional();
        before.ifPresent(at -> {
            throw new ProjectException(
                    "Duplicate import: " + name(file) + " was imported on " + at + ", expected another file");
        });
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
