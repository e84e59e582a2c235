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
import dev.lichen.datasets.files.ReadProgress;
import dev.lichen.datasets.files.RecordWriter;
import dev.lichen.datasets.format.Format;
import dev.lichen.datasets.formats.Conversion;
import dev.lichen.datasets.formats.ConversionReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

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
     * What is to be written.
     *
     * @param file in place of this one
     * @param format null for Lichen's own
     * @param after only what came after the event of this number; 0 for all
     * @param progress hears how many records are written
     */
    public record Target(Path file, @Nullable Format format, long after, LongConsumer progress) {

        /** Returns a file of Lichen's own records. */
        public static Target own(Path file) {
            return new Target(file, null, 0, records -> {});
        }
    }

    /**
     * Writes a file of Lichen's own records; that it was written is an event of the ledger.
     *
     * @param actor an administrator or auditor of the project
     * @param asOf the head to show, such as {@link Ledger#head()} for now
     */
    public ExportReport write(UUID actor, UUID project, ExportKind kind, LedgerHead asOf, Path file) {
        return write(actor, project, kind, asOf, Target.own(file));
    }

    /**
     * Writes a file of the judgements that came after an event of the ledger, for somebody who has the others.
     *
     * @param after the number of the event; 0 for all
     */
    public ExportReport write(UUID actor, UUID project, ExportKind kind, LedgerHead asOf, long after, Path file) {
        return write(actor, project, kind, asOf, new Target(file, null, after, records -> {}));
    }

    /**
     * Writes a file of any format.
     *
     * @throws dev.lichen.datasets.DataFormatException if the format can hold none of the records
     */
    public ExportReport write(UUID actor, UUID project, ExportKind kind, LedgerHead asOf, Target target) {
        access.require(actor, project, Role.ADMIN, Role.AUDITOR);
        ExportReport report = target.format() == null
                ? own(project, kind, asOf, target)
                : converted(project, kind, asOf, target, target.format());
        note(actor, project, kind, report);
        return report;
    }

    private ExportReport own(UUID project, ExportKind kind, LedgerHead asOf, Target target) {
        AtomicLong records = new AtomicLong();
        try (RecordWriter writer = RecordWriter.open(target.file())) {
            new ExportedRecords(database, judgements).each(project, kind, asOf, target.after(), one -> {
                writer.write(one);
                target.progress().accept(records.incrementAndGet());
            });
            writer.commit();
        }
        return new ExportReport(asOf, records.get(), HashedFile.sha256(target.file()), List.of());
    }

    private ExportReport converted(UUID project, ExportKind kind, LedgerHead asOf, Target target, Format format) {
        try (ScratchFile scratch = ScratchFile.beside(target.file())) {
            own(project, kind, asOf, new Target(scratch.path(), null, target.after(), target.progress()));
            ConversionReport report = Conversion.to(format, target.file()).run(scratch.path(), ReadProgress.SILENT);
            return new ExportReport(
                    asOf, report.written(), HashedFile.sha256(target.file()), scratch.nameless(report.lines()));
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
