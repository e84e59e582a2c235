package dev.lichen.annotation.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.annotation.TestDatabases;
import dev.lichen.annotation.TestWorld;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.account.NotAllowedException;
import dev.lichen.annotation.project.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-in for lichen is a shell script")
class JobsTest {

    /** Behaves towards its run folder as a stage does: says running, then done, failed or, on SIGTERM, interrupted. */
    private static final String LICHEN = """
            while [ $# -gt 0 ]; do
                case $1 in --run-dir) dir=$2; shift ;; --set) mode=$2; shift ;; --resume) resumed=yes ;; esac
                shift
            done
            mkdir -p "$dir"
            end() { echo "{\\"state\\":\\"$1\\",\\"reason\\":\\"$2\\"}" > "$dir/run.json"; exit "$3"; }
            trap 'end interrupted asked 0' TERM
            echo '{"state":"running"}' > "$dir/run.json"
            echo "working ${resumed:-anew}"
            case $mode in
                mode=done) end done "" 0 ;;
                mode=fail) end failed "the loss is not finite" 2 ;;
                mode=refuse) rm "$dir/run.json"; echo "Bad configuration"; exit 2 ;;
            esac
            while :; do sleep 0.05; done
            """;

    @TempDir
    Path folder;

    private TestWorld world;
    private Jobs jobs;

    @BeforeEach
    void open() throws IOException {
        Path script = Files.writeString(folder.resolve("lichen.sh"), LICHEN);
        world = TestWorld.on(TestDatabases.H2);
        jobs = world.services().jobs(List.of("sh", script.toString()), folder.resolve("runs"));
    }

    @AfterEach
    void close() throws InterruptedException {
        for (Job job : jobs.list()) {
            if (job.process() != null) {
                ProcessHandle.of(job.process().id()).ifPresent(ProcessHandle::destroyForcibly);
            }
        }
        world.close();
    }

    private Job submit(String name, String mode) {
        JobRequest request = new JobRequest(null, JobCommand.REWARD, name, "cpu", null, Map.of("mode", mode));
        return jobs.submit(world.owner().id(), request);
    }

    private Job await(UUID id, JobState state) throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            jobs.tick();
            Job job = jobs.get(id);
            if (job.state() == state) {
                return job;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new AssertionError("still " + jobs.get(id).state() + ", expected " + state);
    }

    private void awaitWorking(Job job) throws InterruptedException {
        for (int i = 0; i < 600 && jobs.folder(job.request()).state().isEmpty(); i++) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    @Test
    void jobRunsToItsEnd() throws InterruptedException {
        Job job = await(submit("one", "done").id(), JobState.DONE);
        assertEquals(List.of("working anew"), jobs.folder(job.request()).logTail(5));
    }

    @Test
    void failureIsTheOneThatTheRunFolderNames() throws InterruptedException {
        assertEquals(
                "the loss is not finite",
                await(submit("one", "fail").id(), JobState.FAILED).reason());
        assertEquals(
                "Bad configuration",
                await(submit("two", "refuse").id(), JobState.FAILED).reason());
    }

    /** The app is killed after the process began and before that is noted: the job still waits in the store. */
    @Test
    void processThatNobodyNotedIsFoundAndNotStartedTwice() throws InterruptedException {
        Job running = await(submit("one", "endless").id(), JobState.RUNNING);
        awaitWorking(running);
        new JobTable(world.services().database()).requeue(running, false);
        Job found = await(running.id(), JobState.RUNNING);
        assertEquals(running.process(), found.process());
        assertEquals(List.of("working anew"), jobs.folder(found.request()).logTail(5));
        jobs.stop(world.owner().id(), found.id());
        await(found.id(), JobState.STOPPED);
        jobs.delete(world.owner().id(), found.id());
        assertFalse(Files.exists(folder.resolve("runs/one.pid")));
    }

    /** The number of this very process, written down a minute before it began. */
    @Test
    void numberThatAnotherProcessHasIsNoProcessOfTheRun() throws IOException, InterruptedException {
        UUID waiting = submit("one", "done").id();
        long self = ProcessHandle.current().pid();
        Path file = Files.writeString(
                Files.createDirectories(folder.resolve("runs")).resolve("one.pid"), self + "\n");
        Instant before =
                ProcessHandle.current().info().startInstant().orElseThrow().minusSeconds(60);
        Files.setLastModifiedTime(file, FileTime.from(before));
        Job job = await(waiting, JobState.DONE);
        assertEquals(List.of("working anew"), jobs.folder(job.request()).logTail(5));
    }

    @Test
    void jobThatIsResumedTwiceRunsOnce() throws InterruptedException {
        Job job = await(submit("one", "fail").id(), JobState.FAILED);
        UUID owner = world.owner().id();
        jobs.resume(owner, job.id());
        assertThrows(JobException.class, () -> jobs.resume(owner, job.id()));
        assertFalse(new JobTable(world.services().database()).requeue(job, true), "it waits already");
    }

    @Test
    void jobThatIsStoppedBeforeItsProcessIsNotedStaysStopped() {
        Job job = submit("one", "wait");
        jobs.stop(world.owner().id(), job.id());
        assertFalse(new JobTable(world.services().database()).started(job, new Job.ProcessMark(1, Instant.EPOCH)));
        assertEquals(JobState.STOPPED, jobs.get(job.id()).state());
    }

    @Test
    void oneJobRunsAtATimeAndTheNextFollows() throws InterruptedException {
        Job first = await(submit("one", "wait").id(), JobState.RUNNING);
        Job second = submit("two", "done");
        jobs.tick();
        assertEquals(JobState.QUEUED, jobs.get(second.id()).state());
        awaitWorking(first);
        jobs.stop(world.owner().id(), first.id());
        assertEquals("asked", await(first.id(), JobState.STOPPED).reason());
        await(second.id(), JobState.DONE);
    }

    @Test
    void jobOutlivesTheAppAndIsFoundAgain() throws InterruptedException {
        Job job = await(submit("one", "wait").id(), JobState.RUNNING);
        awaitWorking(job);
        jobs = world.services().jobs(List.of("false"), folder.resolve("runs"));
        assertEquals(JobState.RUNNING, jobs.get(job.id()).state());
        jobs.stop(world.owner().id(), job.id());
        await(job.id(), JobState.STOPPED);
    }

    @Test
    void killedJobIsShownAsKilledAndGoesOn() throws InterruptedException {
        Job job = await(submit("one", "wait").id(), JobState.RUNNING);
        awaitWorking(job);
        ProcessHandle.of(job.process().id()).orElseThrow().destroyForcibly();
        Job killed = await(job.id(), JobState.KILLED);
        assertEquals("its process is gone and said nothing", killed.reason());
        jobs.resume(world.owner().id(), job.id());
        await(job.id(), JobState.RUNNING);
        for (int i = 0; i < 600 && !jobs.folder(job.request()).logTail(1).equals(List.of("working yes")); i++) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertEquals(List.of("working yes"), jobs.folder(job.request()).logTail(1));
    }

    @Test
    void deletedJobLeavesNothingBehind() throws InterruptedException {
        Job job = await(submit("one", "done").id(), JobState.DONE);
        RunFolder run = jobs.folder(job.request());
        assertTrue(run.bytes() > 0);
        jobs.delete(world.owner().id(), job.id());
        assertFalse(Files.exists(run.path()) || Files.exists(run.log()));
        assertTrue(jobs.list().isEmpty());
    }

    @Test
    void nameThatLeavesTheFolderIsRefused() {
        JobException refused = assertThrows(JobException.class, () -> submit("../elsewhere", "done"));
        assertEquals("Bad job: found name \"../elsewhere\", expected a-z, 0-9, . _ -", refused.getMessage());
    }

    @Test
    void annotatorStartsNoJob() {
        Project project = world.project("p", TestWorld.plain(1));
        Account person = world.annotator(project);
        JobRequest request = new JobRequest(project.id(), JobCommand.REWARD, "one", "cpu", null, Map.of());
        assertThrows(NotAllowedException.class, () -> jobs.submit(person.id(), request));
    }
}
