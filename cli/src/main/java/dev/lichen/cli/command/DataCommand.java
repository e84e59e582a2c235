package dev.lichen.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups the commands on data files. */
@Command(
        name = "data",
        description = "Fetch data files, look at them, convert and split them.",
        subcommands = {
            DataAgreementCommand.class,
            DataConvertCommand.class,
            DataFormatsCommand.class,
            DataInspectCommand.class,
            DataPullCommand.class,
            DataSplitCommand.class
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
