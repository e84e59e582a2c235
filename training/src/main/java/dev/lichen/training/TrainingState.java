package dev.lichen.training;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lichen.lm.checkpoint.CheckpointException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Saves the small state of a trainer in {@code state.json}: controllers, running moments, counters, data position.
 *
 * <p>Every entry is a value that Jackson writes, usually a record; numbers come back bit for bit.
 *
 * <pre>{@code
 * new TrainingState(List.of(
 *         new TrainingState.Entry<>("kl", AdaptiveKl.State.class, controller::state, controller::restore)));
 * }</pre>
 */
public final class TrainingState implements Checkpointable {

    private static final String FILE = "state.json";

    private final List<Entry<?>> entries;

    /**
     * One value of the state.
     *
     * @param name its key in the file
     * @param type its class
     * @param save returns the value as it is now
     * @param restore takes the value back
     */
    public record Entry<T>(String name, Class<T> type, Supplier<T> save, Consumer<T> restore) {

        private void restoreFrom(Path file, JsonNode tree) {
            restore.accept(Json.convert(file, tree, type));
        }
    }

    /** Makes the part that saves these entries. */
    public TrainingState(List<Entry<?>> entries) {
        this.entries = List.copyOf(entries);
    }

    @Override
    public String name() {
        return "state";
    }

    @Override
    public void writeTo(Path folder) throws IOException {
        Map<String, JsonNode> tree = new LinkedHashMap<>();
        entries.forEach(entry -> tree.put(entry.name(), Json.tree(entry.save().get())));
        Files.writeString(folder.resolve(FILE), Json.pretty(tree));
    }

    @Override
    public void readFrom(Path folder) {
        Path file = folder.resolve(FILE);
        JsonNode tree = Json.read(file);
        for (Entry<?> entry : entries) {
            if (!tree.hasNonNull(entry.name())) {
                throw new CheckpointException(
                        "%s: found no \"%s\", expected the state of a run of this stage".formatted(file, entry.name()));
            }
            entry.restoreFrom(file, tree.get(entry.name()));
        }
    }
}
