package dev.lichen.annotation.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import dev.lichen.datasets.DataFormatException;
import dev.lichen.datasets.Place;
import dev.lichen.datasets.formats.FormatWriter;
import dev.lichen.datasets.formats.Output;
import dev.lichen.datasets.formats.WritingReport;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

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
     * Writes a file of Lichen's own records; that it was written is an event of the ledger.
     *
     * @param actor an administrator or auditor of the project
     * @param asOf the head to show, such as {@link Ledger#head()} for now
     */
    public ExportReport write(UUID actor, UUID project, ExportKind kind, LedgerHead asOf, Path file) {
        return write(actor, project, ExportRequest.own(kind, asOf), file, records -> {});
    }

    /**
     * Writes a file; that it was written is an event of the ledger, and a file of which the ledger could not take note is
     * deleted.
     *
     * @param actor an administrator or auditor of the project
     * @param progress hears how many records are done
     * @throws DataFormatException if the format can hold none of the records
     */
    public ExportReport write(UUID actor, UUID project, ExportRequest what, Path file, LongConsumer progress) {
        access.require(actor, project, Role.ADMIN, Role.AUDITOR);
        WritingReport written = written(project, what, file, progress);
        try (UnrecordedFile unrecorded = new UnrecordedFile(file)) {
            ExportReport report = new ExportReport(what.asOf(), HashedFile.sha256(file), written);
            note(actor, project, new Snapshot(what, FileForm.of(file), report));
            unrecorded.recorded();
            return report;
        }
    }

    private WritingReport written(UUID project, ExportRequest what, Path file, LongConsumer progress) {
        AtomicLong records = new AtomicLong();
        try (FormatWriter writer =
                FormatWriter.open(what.format(), Output.to(file).with(what.formulas()))) {
            new ExportedRecords(database, judgements).each(project, what, one -> {
                writer.write(one);
                progress.accept(records.incrementAndGet());
            });
            writer.finish();
            WritingReport report = writer.report();
            if (report.written() == 0 && records.get() > 0) {
                throw nothing(what, file, report);
            }
            writer.commit();
            return report;
        }
    }

    private static DataFormatException nothing(ExportRequest what, Path file, WritingReport report) {
        return new DataFormatException(
                "Nothing to export",
                Place.of(file),
                String.join("; ", report.lines()),
                "records that the format " + what.format().name() + " can hold");
    }

    /** What is kept of an export: enough to make the same file again. */
    private record Snapshot(ExportRequest what, FileForm form, ExportReport report) {

        ObjectNode manifest() {
            ObjectNode manifest = CanonicalJson.object()
                    .put("kind", what.kind().name())
                    .put("format", ExportFormats.name(what.format()))
                    .put("file", form.ending())
                    .put("formulas", what.formulas().name())
                    .put("ledger_head", what.asOf().hash())
                    .put("records", report.records())
                    .put("sha256", report.sha256());
            return what.after() == 0 ? manifest : manifest.put("after", what.after());
        }
    }

    private void note(UUID actor, UUID project, Snapshot snapshot) {
        JsonNode manifest = snapshot.manifest();
        database.inTransaction(() -> {
            database.jdbc()
                    .sql("insert into export_snapshot (id, project_id, ledger_seq, ledger_hash, format, content_sha256,"
                            + " row_count, manifest, exported_at, exported_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            identifiers.next(),
                            project,
                            snapshot.what().asOf().seq(),
                            snapshot.what().asOf().hash(),
                            ExportFormats.name(snapshot.what().format()),
                            snapshot.report().sha256(),
                            snapshot.report().records(),
                            CanonicalJson.write(manifest),
                            Timestamps.column(ledger.now()),
                            actor)
                    .update();
            ledger.append(actor, EventKind.EXPORTED, "project/" + project, Map.of("manifest", manifest));
        });
    }
}
