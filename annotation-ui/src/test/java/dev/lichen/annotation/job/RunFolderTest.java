package dev.lichen.annotation.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

    @TempDir
    private Path runs;

    private RunFolder run;

    @BeforeEach
    void make() throws IOException {
        run = new RunFolder(runs, "one");
        Files.createDirectories(run.path().resolve("model"));
    }

    @Test
    void linesComeOnceAndHalfALineIsLeftForLater() throws IOException {
        Path metrics = Files.writeString(run.path().resolve("metrics.jsonl"), "{\"step\":1}\n{\"st");
        RunLines first = run.metrics(0);
        assertEquals(new RunLines(0, List.of("{\"step\":1}"), 11), first);
        Files.writeString(metrics, "ep\":2}\n", StandardOpenOption.APPEND);
        assertEquals(List.of("{\"step\":2}"), run.metrics(first.next()).lines());
    }

    @Test
    void aFileThatWasBegunAnewIsReadFromItsStart() throws IOException {
        Files.writeString(run.path().resolve("samples.jsonl"), "{}\n");
        assertEquals(new RunLines(0, List.of("{}"), 3), run.samples(100));
    }

    @Test
    void stagesOfALineComeInTheOrderInWhichTheyMeasured() throws IOException {
        assertEquals(List.of(), run.stages());
        for (String stage : List.of("zero", "one", "two")) {
            Path metrics = Files.createDirectories(run.path().resolve(stage)).resolve("metrics.jsonl");
            Files.writeString(metrics, "{\"of\":\"" + stage + "\"}\n");
            Files.setLastModifiedTime(metrics, FileTime.fromMillis(1000L * stage.length() - stage.charAt(0)));
        }
        assertEquals(List.of("two", "one", "zero"), run.stages());
        assertEquals(List.of("{\"of\":\"one\"}"), run.stage("one").metrics(0).lines());
        assertThrows(JobException.class, () -> run.stage("../one"));
        assertThrows(JobException.class, () -> run.stage("model"));
    }

    @Test
    void theNewestLineOfTheLogSaysHowFarTheRunIs() throws IOException {
        Files.writeString(
                run.log(),
                "ppo step 3/20  objective/kl 0.1  1.2 s a step, 20 s left\nppo step 4/20  objective/kl 0.1  1.2 s a step,"
                        + " 1 min 02 s left\nppo: a notice\n");
        assertEquals(Optional.of(new RunPace(4, 20, "1 min 02 s")), run.pace());
        Files.writeString(run.log(), "nothing of the kind\n");
        assertEquals(Optional.empty(), run.pace());
    }

    @Test
    void whatDeletingTakesIsListedByPartTheLargestFirst() throws IOException {
        Files.writeString(run.path().resolve("model/weights"), "1234");
        Files.writeString(run.path().resolve("model/config.json"), "{}");
        Files.writeString(run.log(), "x");
        assertEquals(List.of(new RunPart("model", 2, 6), new RunPart("one.log", 1, 1)), run.parts());
        assertEquals(7, run.bytes());
    }
}
