package dev.lichen.annotation.job;

import dev.lichen.annotation.store.Database;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Says what a run learned from: the runs whose models it begins with, the snapshot of rankings, and by pseudonym the people
 * whose judgements are in it; and the other way round, the runs that learned from somebody.
 *
 * <p>Every exported ranking names the head of the ledger that it shows, so a file of rankings leads back to the moment and
 * from there to the judgements.
 */
public final class Lineage {

    private static final List<String> RANKINGS = List.of("data.rankings", "rankings");
    private static final String LEARNED_FROM = " from judgement j join app_user u on u.id = j.user_id"
            + " join assignment a on a.id = j.assignment_id join item i on i.id = j.item_id and i.answers > 0"
            + " where j.project_id = :project and j.ledger_seq <= :event"
            + " and j.outcome in ('JUDGED', 'ALL_BAD') and a.purpose in ('NORMAL', 'ADJUDICATE') and not exists"
            + " (select 1 from judgement newer where newer.supersedes_id = j.id and newer.ledger_seq <= :event)";

    private final Database database;
    private final Jobs jobs;
    private final Map<Moment, Snapshot> known = new ConcurrentHashMap<>();

    /** What was judged up to a moment stays what it was, so that each is read from the store once. */
    private record Moment(UUID project, Path file, String head) {}

    /** Creates the lineage of these jobs. */
    public Lineage(Database database, Jobs jobs) {
        this.database = database;
        this.jobs = jobs;
    }

    /**
     * The rankings of a project as of a moment.
     *
     * @param file where they were exported to
     * @param head the hash of the ledger's newest event then
     * @param event its number
     * @param judgements how many rankings there were, of those that were corrected the last
     * @param pseudonyms of those who judged
     */
    public record Snapshot(Path file, String head, long event, long judgements, List<String> pseudonyms) {

        public Snapshot {
            pseudonyms = List.copyOf(pseudonyms);
        }
    }

    /** Returns the rankings that a job, or else one that it builds on, learned from; nothing where their file is gone. */
    public Optional<Snapshot> snapshot(Job job) {
        return Stream.concat(Stream.of(job), parents(job).stream())
                .flatMap(one -> own(one).stream())
                .findFirst();
    }

    /** Returns the jobs whose results a job begins with, and theirs, nearest first. */
    public List<Job> parents(Job job) {
        List<Job> others = jobs.list().stream()
                .filter(other -> !other.id().equals(job.id()))
                .toList();
        Set<Job> found = new LinkedHashSet<>();
        Deque<Job> open = new ArrayDeque<>(List.of(job));
        while (!open.isEmpty()) {
            Job later = open.remove();
            others.stream()
                    .filter(earlier -> uses(later, earlier))
                    .filter(found::add)
                    .forEach(open::add);
        }
        return List.copyOf(found);
    }

    /** Returns the jobs that begin with what a job made. */
    public List<Job> children(Job job) {
        return jobs.list().stream()
                .filter(later -> !later.id().equals(job.id()) && uses(later, job))
                .toList();
    }

    /** Returns the jobs of a project that learned from a person's judgements, newest first. */
    public List<Job> learnedFrom(UUID project, String pseudonym) {
        return jobs.of(project).stream()
                .filter(job -> snapshot(job)
                        .filter(snapshot -> snapshot.pseudonyms().contains(pseudonym))
                        .isPresent())
                .toList();
    }

    private Optional<Snapshot> own(Job job) {
        UUID project = job.request().project();
        return RANKINGS.stream()
                .map(job.request().settings()::get)
                .filter(Objects::nonNull)
                .findFirst()
                .filter(_ -> project != null)
                .flatMap(file -> snapshot(Objects.requireNonNull(project), Path.of(file)));
    }

    private Optional<Snapshot> snapshot(UUID project, Path file) {
        return new RankingsFile(file)
                .ledgerHead()
                .flatMap(head -> database.jdbc()
                        .sql("select seq from ledger_event where hash = ?")
                        .param(head)
                        .query(Long.class)
                        .optional()
                        .map(event -> known.computeIfAbsent(
                                new Moment(project, file, head), moment -> snapshot(moment, event))));
    }

    private Snapshot snapshot(Moment moment, long event) {
        UUID project = moment.project();
        long judgements = database.jdbc()
                .sql("select count(*)" + LEARNED_FROM)
                .param("project", project)
                .param("event", event)
                .query(Long.class)
                .single();
        List<String> pseudonyms = database.jdbc()
                .sql("select distinct u.pseudonym" + LEARNED_FROM + " order by u.pseudonym")
                .param("project", project)
                .param("event", event)
                .query((row, n) -> row.getString("pseudonym"))
                .list();
        return new Snapshot(moment.file(), moment.head(), event, judgements, pseudonyms);
    }

    /** A job that is compared with, or continued by, another one names its folder. */
    private boolean uses(Job later, Job earlier) {
        Path folder = jobs.folder(earlier.request()).path().toAbsolutePath().normalize();
        return later.request().settings().values().stream().anyMatch(value -> isIn(value, folder));
    }

    private static boolean isIn(String value, Path folder) {
        try {
            return Path.of(value).toAbsolutePath().normalize().startsWith(folder);
        } catch (InvalidPathException e) {
            return false; // not every setting is a path
        }
    }
}
