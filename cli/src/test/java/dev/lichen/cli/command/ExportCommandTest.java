package dev.lichen.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.lm.checkpoint.ModelFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {

    @TempDir
    private Path folder;

    private Path model;

    @BeforeEach
    void writeModel() {
        model = TinyModelFolder.write(folder.resolve("tiny"), 1);
    }

    @Test
    void exportedModelHasTheSameWeightsAndTokenizer() throws IOException {
        Path target = folder.resolve("out");
        CommandRun run = CommandRun.of("export", "--model", model.toString(), "--to", target.toString());
        assertEquals(0, run.exitCode(), run.errors());
        assertEquals(
                ModelFolder.open(model).weightsHash(), ModelFolder.open(target).weightsHash());
        assertEquals(-1, Files.mismatch(model.resolve("tokenizer.json"), target.resolve("tokenizer.json")));
    }

    @Test
    void bfloat16HalvesTheFile() throws IOException {
        Path target = folder.resolve("out");
        CommandRun.of("import", "hf", model.toString(), "--to", target.toString(), "--storage", "bfloat16");
        long half = Files.size(target.resolve("model.safetensors"));
        assertTrue(half < 0.6 * Files.size(model.resolve("model.safetensors")));
    }

    @Test
    void folderThatIsNoModelIsNotOverwritten() throws IOException {
        Path target = Files.createDirectory(folder.resolve("out"));
        Files.writeString(target.resolve("diary.txt"), "mine");
        CommandRun run = CommandRun.of("export", "--model", model.toString(), "--to", target.toString());
        assertTrue(run.isUserError(), run.errors());
        assertEquals("mine", Files.readString(target.resolve("diary.txt")));
    }
}
