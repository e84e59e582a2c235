package dev.lichen.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.lm.checkpoint.CheckpointException;
import dev.lichen.training.TrainingListener.SavedCheckpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointStoreTest {

    @TempDir
    private Path folder;

    private CheckpointStore store;
    private final NumberPart policy = new NumberPart("policy", 0.1);

    @BeforeEach
    void open() {
        store = new CheckpointStore(folder, 2);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void whatIsRestoredIsWhatWasWritten() {
        store.write(100, List.of(policy));
        policy.value = -1;

        assertEquals(100, store.restoreLatest(List.of(policy)));
        assertEquals(0.1, policy.value);
    }

    @Test
    void withoutACheckpointNothingIsRestored() {
        assertEquals(0, store.restoreLatest(List.of(policy)));
        assertEquals(0.1, policy.value);
    }

    @Test
    void onlyTheLastOnesAreKept() throws IOException {
        for (long step = 9; step <= 11; step++) {
            store.write(step, List.of(policy));
        }

        assertEquals(List.of("step-000010", "step-000011"), names(folder));
    }

    @Test
    void theLatestIsThatOfTheHighestStepNotOfTheLastName() {
        store.write(999_999, List.of(policy));
        store.write(1_000_000, List.of(policy));

        assertEquals(1_000_000, store.latest().orElseThrow().stepsDone());
    }

    @Test
    void aFullDiskLeavesTheEarlierCheckpointAlone() throws IOException {
        store.write(1, List.of(policy, new NumberPart("critic", 2)));

        CheckpointException full = assertThrows(
                CheckpointException.class, () -> store.write(2, List.of(policy, new FullDiskPart("critic"))));

        assertTrue(full.getMessage().contains("No space left on device"), full.getMessage());
        assertEquals(List.of("step-000001"), names(folder));
        assertEquals(1, store.restoreLatest(List.of(policy, new NumberPart("critic", 0))));
    }

    @Test
    void whatAKilledProcessLeftIsNoCheckpointAndIsRemoved() throws IOException {
        store.write(1, List.of(policy));
        Path partial = Files.createDirectory(folder.resolve(".step-000002.partial-123"));
        Files.writeString(partial.resolve("policy.txt"), "0.");

        assertEquals(1, store.latest().orElseThrow().stepsDone());
        CheckpointStore reopened = new CheckpointStore(folder, 2);

        assertFalse(Files.exists(partial));
        assertEquals(1, reopened.latest().orElseThrow().stepsDone());
    }

    @Test
    void aCheckpointOfOtherPartsIsRefused() {
        SavedCheckpoint checkpoint = store.write(1, List.of(policy));
        List<NumberPart> others = List.of(policy, new NumberPart("critic", 0));

        CheckpointException foreign = assertThrows(CheckpointException.class, () -> store.read(checkpoint, others));

        assertEquals(
                checkpoint.folder() + ": found a checkpoint of [policy], expected one of [policy, critic]",
                foreign.getMessage());
    }

    @Test
    void aFolderOfSomethingElseIsRefused() throws IOException {
        Path other = Files.createDirectory(folder.resolve("step-000005"));

        CheckpointException foreign =
                assertThrows(CheckpointException.class, () -> store.restoreLatest(List.of(policy)));

        assertEquals(
                other + ": found a folder without checkpoint.json, expected a checkpoint of lichen",
                foreign.getMessage());
    }

    @Test
    void aManifestOfSomethingElseIsRefused() throws IOException {
        Path other = Files.createDirectory(folder.resolve("step-000005"));
        Files.writeString(other.resolve("checkpoint.json"), "{\"global_step\": 5}");

        CheckpointException foreign =
                assertThrows(CheckpointException.class, () -> store.restoreLatest(List.of(policy)));

        assertTrue(foreign.getMessage().startsWith(other.resolve("checkpoint.json") + ": found a file"));
    }

    @Test
    void aDamagedFileIsNamed() throws IOException {
        SavedCheckpoint checkpoint = store.write(1, List.of(policy));
        Path file = checkpoint.folder().resolve("policy.txt");
        Files.writeString(file, "0.2");

        CheckpointException damaged =
                assertThrows(CheckpointException.class, () -> store.restoreLatest(List.of(policy)));

        assertTrue(damaged.getMessage().startsWith(file + ": found 3 bytes with checksum "), damaged.getMessage());
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        SavedCheckpoint checkpoint = store.write(1, List.of(policy));
        Files.delete(checkpoint.folder().resolve("policy.txt"));

        CheckpointException missing =
                assertThrows(CheckpointException.class, () -> store.restoreLatest(List.of(policy)));

        assertTrue(missing.getMessage().endsWith("policy.txt: found no file, expected 3 bytes"));
    }

    @Test
    void twoPartsOfOneNameAreAMistake() {
        assertThrows(IllegalArgumentException.class, () -> store.write(1, List.of(policy, policy)));
        assertTrue(store.latest().isEmpty());
    }

    @Test
    void theLayoutIsSealed() throws IOException {
        SavedCheckpoint checkpoint = store.write(1, List.of(policy));

        Golden.assertMatches(
                "checkpoint.json", Files.readString(checkpoint.folder().resolve("checkpoint.json")));
    }
}
