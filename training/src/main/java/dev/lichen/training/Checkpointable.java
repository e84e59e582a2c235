package dev.lichen.training;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Is one named part of a checkpoint: weights, an optimiser's moments, or small state.
 *
 * <p>After {@link #readFrom} the part is what it was when {@link #writeTo} ran, bit for bit.
 */
public interface Checkpointable {

    /** Returns the part's name, unique in its checkpoint: {@code policy}, {@code policy-optimizer}, {@code state}. */
    String name();

    /**
     * Writes the part as files, or a folder, whose names begin with {@link #name()}.
     *
     * @param folder the checkpoint in the making, shared by all parts
     * @throws IOException if the disk refuses; nothing is left of the checkpoint then
     */
    void writeTo(Path folder) throws IOException;

    /**
     * Takes the state that was written there.
     *
     * @param folder a complete checkpoint
     * @throws IOException if the disk refuses
     */
    void readFrom(Path folder) throws IOException;
}
