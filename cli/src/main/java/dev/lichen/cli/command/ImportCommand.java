package dev.lichen.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups the commands that bring models in. */
@Command(
        name = "import",
        description = "Bring a model in as a folder that every other command reads.",
        subcommands = {ImportHuggingFaceCommand.class, ImportGgufCommand.class},
        footer = {"", "Example:", "  lichen import gguf SmolLM2-135M-Instruct.Q4_1.gguf --to models/smollm2"})
final class ImportCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing format after import: hf or gguf");
    }
}
