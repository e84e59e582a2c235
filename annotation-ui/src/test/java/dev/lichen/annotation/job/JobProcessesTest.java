package dev.lichen.annotation.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.annotation.job.Job.ProcessMark;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "signals are those of POSIX")
@Timeout(60)
class JobProcessesTest {

    @TempDir
    private Path runs;

    private final JobProcesses processes = new JobProcesses(List.of("sh", "-c"));

    @Test
    void jobGoesOnWhenTheTerminalOfTheAppIsInterruptedOrClosed() throws IOException, InterruptedException {
        RunFolder folder = new RunFolder(runs, "one");
        ProcessMark job = started("echo begun; sleep 1; echo ended of itself", folder);
        signal("-INT", job);
        signal("-HUP", job);
        awaitEnd(job);
        assertEquals(List.of("begun", "ended of itself"), folder.logTail(9));
    }

    @Test
    void jobThatIsAskedToStopStops() throws IOException, InterruptedException {
        ProcessMark job = started("echo begun; while true; do sleep 0.05; done", new RunFolder(runs, "two"));
        assertTrue(processes.isAlive(job));
        processes.askToStop(job);
        awaitEnd(job);
    }

    @Test
    void appWithoutAProgramSaysSoInsteadOfStartingTheArguments() {
        JobProcesses none = new JobProcesses(List.of());
        RunFolder folder = new RunFolder(runs, "three");
        assertThrows(JobException.class, () -> none.start(List.of("true"), folder));
    }

    private ProcessMark started(String script, RunFolder folder) throws InterruptedException {
        ProcessMark job = processes.start(List.of(script), folder);
        while (folder.logTail(1).isEmpty()) {
            Thread.sleep(Duration.ofMillis(10));
        }
        return job;
    }

    private static void signal(String name, ProcessMark job) throws IOException, InterruptedException {
        assertEquals(
                0,
                new ProcessBuilder("kill", name, String.valueOf(job.id()))
                        .start()
                        .waitFor());
    }

    private void awaitEnd(ProcessMark job) throws InterruptedException {
        while (processes.isAlive(job)) {
            Thread.sleep(Duration.ofMillis(10));
        }
    }
}
