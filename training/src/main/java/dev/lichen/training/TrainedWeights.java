package dev.lichen.training;

import dev.lichen.lm.checkpoint.CheckpointException;
import dev.lichen.lm.checkpoint.ElementType;
import dev.lichen.lm.checkpoint.Safetensors;
import dev.lichen.lm.transformer.ParameterSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Keeps a model in training in a checkpoint: its float32 weights, its optimiser's moments and how many updates were made.
 *
 * @param name the part's name, such as {@code policy}
 * @param parameters the weights
 * @param optimizer their moments
 */
public record TrainedWeights(String name, ParameterSet parameters, AdamW optimizer) implements Checkpointable {

    @Override
    public void writeTo(Path folder) throws IOException {
        Safetensors.write(file(folder, ".safetensors"), parameters.source(), ElementType.FLOAT32);
        Safetensors.write(file(folder, "-moments.safetensors"), optimizer.state(), ElementType.FLOAT32);
        Files.writeString(file(folder, "-updates.txt"), optimizer.steps() + "\n");
    }

    @Override
    public void readFrom(Path folder) throws IOException {
        parameters.load(Safetensors.open(file(folder, ".safetensors")));
        optimizer.restore(Safetensors.open(file(folder, "-moments.safetensors")), updates(folder));
    }

    private long updates(Path folder) throws IOException {
        Path file = file(folder, "-updates.txt");
        String text = Files.readString(file).strip();
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new CheckpointException("%s: found \"%s\", expected a number of updates".formatted(file, text), e);
        }
    }

    private Path file(Path folder, String suffix) {
        return folder.resolve(name + suffix);
    }
}
