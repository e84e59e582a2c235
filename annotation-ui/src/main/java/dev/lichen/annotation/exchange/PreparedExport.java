package dev.lichen.annotation.exchange;

import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file that is made in the background for one person, and what became of it; safe for several threads. */
public final class PreparedExport {

    private final UUID id;
    private final UUID actor;
    private final UUID project;
    private final ExportFolder folder;
    private volatile long records;
    private volatile @Nullable Outcome outcome;

    /**
     * What became of the file.
     *
     * @param at when
     * @param report what was written; null if nothing was
     * @param failure why nothing was written; empty if it was
     */
    record Outcome(Instant at, @Nullable ExportReport report, String failure) {}

    PreparedExport(UUID id, UUID actor, UUID project, ExportFolder folder) {
        this.id = id;
        this.actor = actor;
        this.project = project;
        this.folder = folder;
    }

    /** Returns the name by which the file is fetched. */
    public UUID id() {
        return id;
    }

    /** Returns where the file is. */
    public Path file() {
        return folder.file();
    }

    /** Returns how many records were written so far. */
    public long records() {
        return records;
    }

    /** Returns whether it is still being written. */
    public boolean isUnderWay() {
        return outcome == null;
    }

    /** Returns what was written; null as long as it is not all there, or if nothing was. */
    public @Nullable ExportReport report() {
        Outcome ended = outcome;
        return ended == null ? null : ended.report();
    }

    /** Returns why nothing was written; empty if it was or may still be. */
    public String failure() {
        Outcome ended = outcome;
        return ended == null ? "" : ended.failure();
    }

    boolean isFor(UUID person, UUID place) {
        return actor.equals(person) && project.equals(place);
    }

    boolean endedBefore(Instant time) {
        Outcome ended = outcome;
        return ended != null && ended.at().isBefore(time);
    }

    void progress(long written) {
        records = written;
    }

    void succeed(Instant at, ExportReport report) {
        outcome = new Outcome(at, report, "");
    }

    void fail(Instant at, String reason) {
        outcome = new Outcome(at, null, folder.nameless(reason));
        folder.close();
    }

    void discard() {
        folder.close();
    }
}
