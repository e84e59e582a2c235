package dev.lichen.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a process that writes checkpoints, in the middle of whatever it is doing. */
class KilledWriterTest {

    private static final int KILLS = 3;
    private static final int CHECKPOINTS_BETWEEN = 20;

    @TempDir
    private Path folder;

    @Test
    void aKilledProcessLeavesACompleteCheckpoint() throws Exception {
        for (int kill = 1; kill <= KILLS; kill++) {
            long before = lastStep();
            Process writer = start();
            while (lastStep() < before + CHECKPOINTS_BETWEEN) {
                assertTrue(writer.isAlive(), "the writer ended by itself");
                Thread.onSpinWait();
            }
            writer.destroyForcibly().waitFor();

            NumberPart part = new NumberPart("policy", -1);
            assertEquals(new CheckpointStore(folder, 2).restoreLatest(List.of(part)), (long) part.value);
        }
    }

    private long lastStep() {
        String[] names = folder.toFile().list((parent, name) -> name.startsWith("step-"));
        long last = 0;
        for (String name : names == null ? new String[0] : names) {
            last = Math.max(last, Long.parseLong(name.substring("step-".length())));
        }
        return last;
    }

    private Process start() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(
                        java, "-Xshare:auto", "-cp", classPath, CheckpointLoop.class.getName(), folder.toString())
                .redirectError(new File(folder.toFile().getParentFile(), "writer-errors.txt"))
                .start();
    }
}
