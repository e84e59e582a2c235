package dev.lichen.cli.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Checks a Hugging Face model folder and copies it. */
@Command(
        name = "hf",
        description = "Import a model folder in Hugging Face layout: config.json, safetensors, tokenizer.",
        footer = {"", "Example:", "  lichen import hf downloads/SmolLM2-135M-Instruct --to models/smollm2"})
final class ImportHuggingFaceCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "The folder to import.")
    private Path source = Path.of("");

    @Mixin
    private ModelTarget target = new ModelTarget();

    @Mixin
    private Printer printer = new Printer();

    @Override
    public Integer call() {
        target.copy(source, printer);
        return 0;
    }
}
