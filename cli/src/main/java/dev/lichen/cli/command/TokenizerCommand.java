package dev.lichen.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups the commands on tokenizers. */
@Command(
        name = "tokenizer",
        description = "Train a tokenizer.",
        subcommands = TokenizerTrainCommand.class,
        footer = {"", "Example:", "  lichen tokenizer train --input corpus.txt --vocabulary-size 8000 --to models/base"
        })
final class TokenizerCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command after tokenizer");
    }
}
