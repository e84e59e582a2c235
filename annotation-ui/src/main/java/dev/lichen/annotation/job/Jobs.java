package dev.lichen.annotation.job;

import dev.lichen.annotation.account.Access;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.job.Job.ProcessMark;
import dev.lichen.annotation.store.CanonicalJson;
import dev.lichen.annotation.store.EventKind;
import dev.lichen.annotation.store.Identifiers;
import dev.lichen.annotation.store.Ledger;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Queues, starts, stops, resumes and deletes jobs: one at a time a device, the others wait in order.
 *
 * <p>{@link #tick()} looks at every job and starts what can be started, and nothing else does: the app calls it every second,
 * outside any transaction, so that no process runs for a job that is undone. After its own restart it finds the jobs that
 * went on without it.
 */
public final class Jobs {

    private final Parts parts;
    private final JobTable table;
    private final JobProcesses processes;

    /**
     * What jobs stand on.
     *
     * @param table where jobs are kept
     * @param names whose the names of runs are
     * @param ledger the chain
     * @param access who may do what
     * @param identifiers names what is new
     * @param program the words that start {@code lichen}
     * @param runs the folder of all run folders
     */
    public record Parts(
            JobTable table,
            RunNames names,
            Ledger ledger,
            Access access,
            Identifiers identifiers,
            List<String> program,
            Path runs) {}

    public Jobs(Parts parts) {
        this.parts = parts;
        this.table = parts.table();
        this.processes = new JobProcesses(parts.program());
    }

    /**
     * Queues a job.
     *
     * @throws JobException if its name is in use, was another project's, or files of that name are there already
     */
    public Job submit(UUID actor, JobRequest request) {
        takeName(actor, request);
        Job job = new Job(
                parts.identifiers().next(),
                request,
                JobState.QUEUED,
                null,
                false,
                null,
                parts.ledger().now());
        table.insert(job, actor);
        note(actor, job, "queued");
        return get(job.id());
    }

    /**
     * Checks that a job could be queued.
     *
     * @throws JobException if its name is in use, was another project's, or files of that name are there already
     */
    public void requireFree(UUID actor, JobRequest request) {
        require(actor, request.project());
        boolean known =
                table.all().stream().anyMatch(job -> job.request().name().equals(request.name()));
        if (known || folder(request).exists()) {
            throw new JobException("The run " + request.name() + " exists: expected another name");
        }
        parts.names().requireFree(request.project(), request.name(), parts.runs());
    }

    /** Gives the name of a job to its project for good, before anything is written for the job. */
    void takeName(UUID actor, JobRequest request) {
        requireFree(actor, request);
        parts.names().take(request.project(), request.name());
    }

    /** Returns the names of all runs, those that were deleted included. */
    public Set<String> names() {
        return parts.names().all();
    }

    /** Returns whether a file or folder that lies right in the folder of runs is a project's. */
    boolean isOf(UUID project, String file) {
        return parts.names().isOf(project, file);
    }

    /** Returns the folder of all run folders. */
    Path runs() {
        return parts.runs();
    }

    /** Returns all jobs, newest first, as they stand now. */
    public List<Job> list() {
        return table.all().stream().map(this::observed).toList();
    }

    /** Returns a job as it stands now. */
    public Job get(UUID id) {
        return observed(stored(id));
    }

    /** Returns the jobs of a project, newest first. */
    public List<Job> of(UUID project) {
        return list().stream()
                .filter(job -> project.equals(job.request().project()))
                .toList();
    }

    /** Returns the job of a project by its name. */
    public Optional<Job> find(UUID project, String name) {
        return of(project).stream()
                .filter(job -> job.request().name().equals(name))
                .findFirst();
    }

    /** Returns the run folder of a job. */
    public RunFolder folder(JobRequest request) {
        return new RunFolder(parts.runs(), request.name());
    }

    /** Stops a job: a waiting one at once, a running one after its step. */
    public void stop(UUID actor, UUID id) {
        Job job = get(id);
        require(actor, job.request().project());
        if (job.state() == JobState.QUEUED) {
            note(actor, job, "stopped");
            end(job, JobState.STOPPED, "stopped before it began");
        } else if (job.state().isActive() && job.process() != null) {
            note(actor, job, "stopped");
            table.move(job, JobState.STOPPING, null);
            processes.askToStop(job.process());
        }
    }

    /**
     * Queues a job again that was stopped, failed or was killed; it goes on from its latest checkpoint.
     *
     * @throws JobException if it did not end early, or somebody else resumed it at the same moment
     */
    public void resume(UUID actor, UUID id) {
        Job stored = stored(id);
        require(actor, stored.request().project());
        Job job = settled(stored);
        if (!job.state().isResumable()) {
            throw new JobException("Cannot resume a job that is " + job.state() + ": expected one that ended early");
        }
        if (!table.requeue(job, folder(job.request()).state().isPresent())) {
            throw new JobException("The job " + job.request().name() + " was resumed already");
        }
        note(actor, job, "resumed");
    }

    /** Deletes a job that does not run, its run folder and its log; {@link RunFolder#bytes()} says what that frees. */
    public void delete(UUID actor, UUID id) {
        Job job = get(id);
        require(actor, job.request().project());
        if (job.state().isActive()) {
            throw new JobException("Cannot delete a job that is " + job.state() + ": expected it to be stopped first");
        }
        folder(job.request()).delete();
        table.delete(id);
        note(actor, job, "deleted");
    }

    /** Notes what became of running jobs and starts the oldest waiting one of each free device. */
    public synchronized void tick() {
        List<Job> jobs = table.all();
        Set<String> busy = new HashSet<>();
        for (Job job : jobs) {
            if (settled(job).state().isActive()) {
                busy.add(job.request().device());
            }
        }
        for (Job job : jobs.reversed()) {
            if (job.state() == JobState.QUEUED && busy.add(job.request().device())) {
                start(job);
            }
        }
    }

    private void start(Job job) {
        RunFolder folder = folder(job.request());
        try {
            ProcessMark mark = processes
                    .underWay(folder)
                    .orElseGet(() -> processes.start(
                            job.request().arguments(folder.path().toString(), job.resumed()), folder));
            if (!table.started(job, mark)) {
                processes.askToStop(mark); // the job was stopped or deleted in the meantime
            }
        } catch (JobException e) {
            end(job, JobState.FAILED, e.getMessage());
        }
    }

    /** Moves a job to its end, which is an event: others are told of it. */
    private void end(Job job, JobState state, @Nullable String reason) {
        if (table.move(job, state, reason)) {
            Map<String, String> payload =
                    Map.of("what", "ended", "state", state.name(), "request", CanonicalJson.write(job.request()));
            parts.ledger().append(null, EventKind.JOB, "job/" + job.id(), payload);
        }
    }

    /** Returns a job as it stands now, which is written down. */
    private Job settled(Job stored) {
        Job now = observed(stored);
        if (now.state() != stored.state()) {
            end(stored, now.state(), now.reason());
        }
        return now;
    }

    /** Returns a job as its process and its folder show it. */
    private Job observed(Job job) {
        ProcessMark process = job.process();
        boolean alive = process != null && processes.isAlive(process);
        return !job.state().isActive() || alive ? job : ended(job, folder(job.request()));
    }

    private static Job ended(Job job, RunFolder folder) {
        String last = folder.logTail(1).stream().findFirst().orElse("it wrote nothing");
        return switch (folder.state().orElse("none")) {
            case "done" -> job.with(JobState.DONE, null);
            case "interrupted" -> job.with(JobState.STOPPED, folder.reason().orElse(null));
            case "failed" -> job.with(JobState.FAILED, folder.reason().orElse(last));
            case "running" -> job.with(JobState.KILLED, "its process is gone and said nothing");
            default -> withoutRunFile(job, folder, last);
        };
    }

    /** A line of stages keeps a run file for each of them and writes its report last. */
    private static Job withoutRunFile(Job job, RunFolder folder, String last) {
        if (folder.hasReport()) {
            return job.with(JobState.DONE, null);
        }
        return job.with(job.state() == JobState.STOPPING ? JobState.STOPPED : JobState.FAILED, last);
    }

    private void require(UUID actor, @Nullable UUID project) {
        parts.access().require(actor, project == null ? Access.EVERYWHERE : project, Role.ADMIN);
    }

    private Job stored(UUID id) {
        Optional<Job> found = table.find(id);
        return found.orElseThrow(() -> new JobException("No job " + id));
    }

    private void note(UUID actor, Job job, String what) {
        Map<String, String> payload = Map.of("what", what, "request", CanonicalJson.write(job.request()));
        parts.ledger().append(actor, EventKind.JOB, "job/" + job.id(), payload);
    }
}
