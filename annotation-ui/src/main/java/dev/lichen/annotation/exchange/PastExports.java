package dev.lichen.annotation.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lichen.annotation.account.Access;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.store.CanonicalJson;
import dev.lichen.annotation.store.Database;
import dev.lichen.annotation.store.LedgerHead;
import dev.lichen.annotation.store.Timestamps;
import dev.lichen.datasets.files.FormulaPolicy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what was exported from a project, and what has to be asked for to get the same file again. */
public final class PastExports {

    private final Database database;
    private final Access access;

    /** Creates the reader. */
    public PastExports(Database database, Access access) {
        this.database = database;
        this.access = access;
    }

    /**
     * Returns the exports of a project, newest first.
     *
     * @param actor an administrator or auditor of the project
     */
    public List<PastExport> of(UUID actor, UUID project, int offset, int limit) {
        access.require(actor, project, Role.ADMIN, Role.AUDITOR);
        return database.jdbc()
                .sql("select s.*, u.display_name from export_snapshot s left join app_user u on u.id = s.exported_by"
                        + " where s.project_id = ? order by s.exported_at desc, s.id desc limit ? offset ?")
                .params(project, limit, offset)
                .query((row, n) -> read(row))
                .list();
    }

    private static PastExport read(ResultSet row) throws SQLException {
        JsonNode manifest = CanonicalJson.tree(row.getString("manifest"));
        LedgerHead asOf = new LedgerHead(row.getLong("ledger_seq"), row.getString("ledger_hash"));
        return new PastExport(
                row.getObject("id", UUID.class),
                Timestamps.read(row, "exported_at"),
                row.getString("display_name"),
                request(manifest, asOf),
                FileForm.of(manifest.path("file").asText("")).orElse(FileForm.JSON_LINES),
                asOf,
                row.getLong("row_count"),
                row.getString("content_sha256"));
    }

    /** Early versions did not record the format, nor a later version's where this one knows no such format. */
    private static @Nullable ExportRequest request(JsonNode manifest, LedgerHead asOf) {
        return ExportFormats.named(manifest.path("format").asText(""))
                .map(format -> new ExportRequest(
                        ExportKind.valueOf(manifest.path("kind").asText()),
                        format,
                        asOf,
                        manifest.path("after").asLong(0),
                        FormulaPolicy.valueOf(manifest.path("formulas").asText(FormulaPolicy.KEEP.name()))))
                .orElse(null);
    }
}
