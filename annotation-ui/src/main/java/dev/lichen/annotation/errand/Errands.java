package dev.lichen.annotation.errand;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.annotation.AnnotationServices;
import dev.lichen.annotation.exchange.ExportFormats;
import dev.lichen.annotation.exchange.ExportReport;
import dev.lichen.annotation.exchange.ExportRequest;
import dev.lichen.annotation.exchange.ImportReport;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.project.ProjectSettings;
import dev.lichen.annotation.store.BackupArchive;
import dev.lichen.annotation.store.CanonicalJson;
import dev.lichen.annotation.store.EventKind;
import dev.lichen.annotation.store.LedgerHead;
import dev.lichen.annotation.store.LedgerVerification;
import dev.lichen.datasets.format.Format;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Runs errands on an open store. */
public final class Errands {

    private final AnnotationServices services;

    public Errands(AnnotationServices services) {
        this.services = services;
    }

    /**
     * Runs an errand.
     *
     * @param progress hears how many rows are done
     */
    public ErrandResult run(Errand errand, LongConsumer progress) {
        return switch (errand) {
            case Errand.Verify verify -> verified(verify, progress);
            case Errand.Backup backup -> backedUp(backup, progress);
            case Errand.Export export -> exported(export, progress);
            case Errand.Import load -> imported(load);
            case Errand.Password password -> linked(password);
        };
    }

    /** Says what a check found. */
    public static ErrandResult result(LedgerVerification.Result found) {
        if (!found.holds()) {
            throw new ErrandException("The chain does not hold: " + found.fault());
        }
        ObjectNode values = headed(found.head()).put("events", found.events()).put("judgements", found.judgements());
        String line = "%d events and %d judgements hold".formatted(found.events(), found.judgements());
        return new ErrandResult(values, List.of(line, headLine(found.head())));
    }

    private ErrandResult verified(Errand.Verify verify, LongConsumer progress) {
        return result(services.verification().verify(verify.head(), progress));
    }

    private ErrandResult backedUp(Errand.Backup backup, LongConsumer progress) {
        UUID actor = actor(null);
        LedgerHead head = services.ledger().head();
        BackupArchive.write(services.database(), Path.of(backup.file()), progress);
        services.ledger().append(actor, EventKind.BACKED_UP, "installation", Map.of("at_least", head.hash()));
        return new ErrandResult(
                headed(head).put("file", backup.file()), List.of("Wrote " + backup.file(), headLine(head)));
    }

    private ErrandResult exported(Errand.Export export, LongConsumer progress) {
        Errand.Wanted what = export.what();
        ExportRequest request =
                new ExportRequest(what.kind(), format(what.format()), asOf(what.asOf()), 0, what.formulas());
        ExportReport report = services.exporting()
                .write(
                        actor(export.login()),
                        project(export.project()).id(),
                        request,
                        Path.of(export.file()),
                        progress);
        ObjectNode values = headed(report.asOf())
                .put("file", export.file())
                .put("records", report.records())
                .put("sha256", report.sha256());
        report.lines().forEach(values.putArray("losses")::add);
        List<String> lines = new ArrayList<>();
        lines.add("%s: %d records".formatted(export.file(), report.records()));
        lines.addAll(report.lines());
        lines.add(headLine(report.asOf()));
        return new ErrandResult(values, lines);
    }

    private ErrandResult imported(Errand.Import load) {
        UUID actor = actor(load.login());
        Path file = Path.of(load.file());
        UUID project = target(actor, load).id();
        ImportReport report = load.judgements()
                ? services.importing().judgements(actor, project, file)
                : services.importing().items(actor, project, file);
        return new ErrandResult(CanonicalJson.tree(CanonicalJson.write(report)), report.lines());
    }

    private ErrandResult linked(Errand.Password password) {
        String path = "password/" + services.passwordLinks().makeAtTerminal(actor(password.login()));
        return new ErrandResult(
                CanonicalJson.object().put("path", path),
                List.of(
                        "Open this below the address of the app, within a day; it sets the password of "
                                + password.login() + ":",
                        "  /" + path));
    }

    /** A project is made for a file only once all of the file was read. */
    private Project target(UUID actor, Errand.Import load) {
        if (load.create() && services.projects().find(load.project()).isEmpty()) {
            services.importing().check(Path.of(load.file()));
            return services.projects().create(actor, load.project(), load.project(), ProjectSettings.defaults());
        }
        return project(load.project());
    }

    private LedgerHead asOf(@Nullable String moment) {
        return moment == null
                ? services.ledger().head()
                : services.ledger()
                        .headAt(moment)
                        .orElseThrow(() -> new ErrandException("No such moment: found " + moment
                                + ", expected the hash or number of an event, or a time such as 2026-01-31T12:00:00Z"));
    }

    private static Format format(@Nullable String name) {
        return name == null
                ? ExportFormats.OWN
                : ExportFormats.named(name)
                        .orElseThrow(() -> new ErrandException(
                                "Unknown format: found " + name + ", expected one that lichen data formats lists"));
    }

    private UUID actor(@Nullable String login) {
        return (login == null
                        ? services.accounts().firstOwner()
                        : services.accounts().find(login))
                .orElseThrow(() -> new ErrandException(
                        login == null ? "Nobody has an account yet: expected an owner" : "No account " + login))
                .id();
    }

    private Project project(String slug) {
        return services.projects()
                .find(slug)
                .orElseThrow(() -> new ErrandException("No project " + slug + ": expected one of "
                        + services.projects().slugs()));
    }

    private static ObjectNode headed(LedgerHead head) {
        return CanonicalJson.object().put("head", head.hash()).put("seq", head.seq());
    }

    private static String headLine(LedgerHead head) {
        return "Head " + head.seq() + " " + head.hash();
    }
}
