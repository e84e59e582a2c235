package dev.lichen.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups the commands on data files. */
@Command(
        name = "data",
        description =
                "Fetch data files, look at them, convert, clean, split and mix them, and see what a model learns.",
        subcommands = {
            DataPullCommand.class,
            DataInspectCommand.class,
            DataAgreementCommand.class,
            DataFormatsCommand.class,
            DataConvertCommand.class,
            DataCleanCommand.class,
            DataSplitCommand.class,
            DataMixCommand.class,
            DataMaskCommand.class
        },
        footer = {"", "Example:", "  lichen data inspect rankings.jsonl"})
final class DataCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command after data");
    }
}
