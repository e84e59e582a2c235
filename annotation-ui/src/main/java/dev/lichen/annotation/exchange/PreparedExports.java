package dev.lichen.annotation.exchange;

import dev.lichen.LichenException;
import dev.lichen.annotation.account.Access;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.store.Ledger;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.dao.DataAccessException;

/**
 * Makes files in the background while their people see how far they are, and keeps each for an hour to be fetched.
 *
 * <p>A file is its maker's: the ledger says who took what.
 */
public final class PreparedExports implements AutoCloseable {

    private static final Duration KEPT = Duration.ofHours(1);
    private static final int AT_ONCE = 2;

    private final Export exporting;
    private final Access access;
    private final Ledger ledger;
    private final Map<UUID, PreparedExport> all = new ConcurrentHashMap<>();
    private final ExecutorService workers = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().daemon().name("export-", 1).factory());

    /** Creates the workshop over what writes files. */
    public PreparedExports(Export exporting, Access access, Ledger ledger) {
        this.exporting = exporting;
        this.access = access;
        this.ledger = ledger;
    }

    /**
     * Begins a file.
     *
     * @param actor an administrator or auditor of the project
     */
    public PreparedExport begin(UUID actor, Project project, ExportRequest what, FileForm form) {
        access.require(actor, project.id(), Role.ADMIN, Role.AUDITOR);
        PreparedExport export =
                new PreparedExport(UUID.randomUUID(), actor, project.id(), ExportFolder.of(name(project, what, form)));
        all.put(export.id(), export);
        workers.execute(() -> write(actor, project.id(), what, export));
        return export;
    }

    /**
     * Returns a file that is there to be fetched.
     *
     * @param actor whoever began it, and still is an administrator or auditor of the project
     * @throws NoSuchExportException if there is no such file for this person
     */
    public PreparedExport fetch(UUID actor, UUID project, UUID id) {
        access.require(actor, project, Role.ADMIN, Role.AUDITOR);
        PreparedExport export = all.get(id);
        if (export == null || !export.isFor(actor, project) || export.report() == null) {
            throw new NoSuchExportException();
        }
        return export;
    }

    /** Throws away the files that nobody will fetch any more; to be called from time to time. */
    public void sweep() {
        all.values().removeIf(export -> {
            boolean old = export.endedBefore(ledger.now().minus(KEPT));
            if (old) {
                export.discard();
            }
            return old;
        });
    }

    private void write(UUID actor, UUID project, ExportRequest what, PreparedExport export) {
        try {
            export.succeed(ledger.now(), exporting.write(actor, project, what, export.file(), export::progress));
        } catch (DataAccessException away) {
            export.fail(ledger.now(), "The database does not answer: try again in a while");
        } catch (LichenException refusal) {
            export.fail(ledger.now(), String.valueOf(refusal.getMessage()));
        } finally {
            if (export.isUnderWay()) {
                export.fail(ledger.now(), "The export failed: the log says why");
            }
        }
    }

    private static String name(Project project, ExportRequest what, FileForm form) {
        return project.slug() + "-" + what.kind().name().toLowerCase(Locale.ROOT) + "." + form.ending();
    }

    @Override
    public void close() {
        workers.shutdownNow();
        all.values().forEach(PreparedExport::discard);
    }
}
