package dev.lichen.training;

import java.nio.file.Path;
import java.util.List;

/** Writes checkpoints as fast as it can until it is killed; started as a process of its own. */
final class CheckpointLoop {

    private CheckpointLoop() {}

    /** Writes into the folder named by the first argument, beginning after its latest checkpoint. */
    public static void main(String[] arguments) {
        CheckpointStore store = new CheckpointStore(Path.of(arguments[0]), 2);
        NumberPart part = new NumberPart("policy", 0);
        for (long step = store.restoreLatest(List.of(part)) + 1; ; step++) {
            part.value = step;
            store.write(step, List.of(part));
        }
    }
}
