package dev.lichen.cli.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Turns a GGUF file into a model folder. */
@Command(
        name = "gguf",
        description = "Import a GGUF file of the Llama family: weights, tokenizer and chat template.",
        footer = {"", "Example:", "  lichen import gguf SmolLM2-135M-Instruct.Q4_1.gguf --to models/smollm2"})
final class ImportGgufCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The file to import.")
    private Path source = Path.of("");

    @Mixin
    private ModelTarget target = new ModelTarget();

    @Mixin
    private Printer printer = new Printer();

    @Override
    public Integer call() {
        target.importGguf(source, printer);
        return 0;
    }
}
