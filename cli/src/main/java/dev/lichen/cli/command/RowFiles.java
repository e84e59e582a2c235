package dev.lichen.cli.command;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Names the file of rows that a command reads and the one that it writes. */
final class RowFiles {

    @Option(names = "--input", required = true, paramLabel = "FILE", description = "Rows to read, JSON lines.")
    private Path input = Path.of("");

    @Option(
            names = "--output",
            required = true,
            paramLabel = "FILE",
            description = "Where to write them with the results; written whole or not at all.")
    private Path output = Path.of("");

    Path input() {
        return input;
    }

    Path output() {
        return output;
    }
}
