package dev.lichen.cli.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a model in Hugging Face layout, for other programs. */
@Command(
        name = "export",
        description = "Write a model as a Hugging Face folder (safetensors) that other programs load.",
        footer = {"", "Example:", "  lichen export --model runs/hh/ppo/model --to out/aligned --storage bfloat16"})
final class ExportCommand implements Callable<Integer> {

    @Option(names = "--model", required = true, paramLabel = "DIR", description = "The model to export.")
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
