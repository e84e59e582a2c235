package dev.lichen.annotation.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lichen.annotation.account.Access;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.store.CanonicalJson;
import dev.lichen.annotation.store.Database;
import dev.lichen.annotation.store.EventKind;
import dev.lichen.annotation.store.Identifiers;
import dev.lichen.annotation.store.JudgementStore;
import dev.lichen.annotation.store.Ledger;
import dev.lichen.annotation.store.LedgerHead;
import dev.lichen.annotation.store.Timestamps;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.files.RecordWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes the judgements of a project to a file, as of a head of the ledger. */
public final class Export {

    private final Database database;
    private final Ledger ledger;
    private final Access access;
    private final JudgementStore judgements;
    private final Identifiers identifiers;

    public Export(Database database, Ledger ledger, Access access, JudgementStore judgements, Identifiers identifiers) {
        this.database = database;
        this.ledger = ledger;
        this.access = access;
        this.judgements = judgements;
        this.identifiers = identifiers;
    }

    /**
     * Writes a file; that it was written is an event of the ledger.
     *
     * @param actor an administrator or auditor of the project
     * @param asOf the head to show, such as {@link Ledger#head()} for now
     */
    public ExportReport write(UUID actor, UUID project, ExportKind kind, LedgerHead asOf, Path file) {
        return write(actor, project, kind, asOf, 0, file);
    }

    /**
     * Writes a file of the judgements that came after an event of the ledger, for somebody who has the others.
     *
     * @param after the number of the event; 0 for all
     */
    public ExportReport write(UUID actor, UUID project, ExportKind kind, LedgerHead asOf, long after, Path file) {
        access.require(actor, project, Role.ADMIN, Role.AUDITOR);
        List<JsonRecord> records = new ExportedRecords(database, judgements).of(project, kind, asOf, after);
        write(file, records);
        ExportReport report = new ExportReport(asOf, records.size(), HashedFile.sha256(file));
        note(actor, project, kind, report);
        return report;
    }

    private static void write(Path file, List<JsonRecord> records) {
        try (RecordWriter writer = RecordWriter.open(file)) {
            records.forEach(writer::write);
            writer.commit();
        }
    }

    private void note(UUID actor, UUID project, ExportKind kind, ExportReport report) {
        JsonNode manifest = CanonicalJson.object()
                .put("kind", kind.name())
                .put("ledger_head", report.asOf().hash())
                .put("records", report.records())
                .put("sha256", report.sha256());
        database.inTransaction(() -> {
            database.jdbc()
                    .sql("insert into export_snapshot (id, project_id, ledger_seq, ledger_hash, format, content_sha256,"
                            + " row_count, manifest, exported_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            identifiers.next(),
                            project,
                            report.asOf().seq(),
                            report.asOf().hash(),
                            kind.name(),
                            report.sha256(),
                            report.records(),
                            CanonicalJson.write(manifest),
                            Timestamps.column(ledger.now()))
                    .update();
            ledger.append(actor, EventKind.EXPORTED, "project/" + project, Map.of("manifest", manifest));
        });
    }
}
