package dev.lichen.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Is a checkpoint part that holds one number. */
final class NumberPart implements Checkpointable {

    private final String name;
    double value;

    NumberPart(String name, double value) {
        this.name = name;
        this.value = value;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void writeTo(Path folder) throws IOException {
        Files.writeString(folder.resolve(name + ".txt"), Double.toString(value));
    }

    @Override
    public void readFrom(Path folder) throws IOException {
        value = Double.parseDouble(Files.readString(folder.resolve(name + ".txt")));
    }
}
