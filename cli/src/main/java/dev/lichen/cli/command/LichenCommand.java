package dev.lichen.cli.command;

import dev.lichen.training.StopRequest;
import dev.lichen.training.StopSignals;
import java.io.PrintWriter;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Holds every subcommand and the options that all of them share. */
@Command(
        name = "lichen",
        description = "Aligns a language model with people's preferences: fine-tuning, reward model, PPO, report.",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        subcommands = {
            QuickstartCommand.class,
            AlignCommand.class,
            PretrainCommand.class,
            SftCommand.class,
            RewardCommand.class,
            PpoCommand.class,
            EvaluateCommand.class,
            ReportCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            GenerateCommand.class,
            CandidatesCommand.class,
            UncertaintyCommand.class,
            ChatCommand.class,
            ScoreCommand.class,
            DataCommand.class,
            TokenizerCommand.class,
            AnnotateCommand.class,
            BenchCommand.class,
            DoctorCommand.class,
            CompletionCommand.class
        },
        footer = {"", "Example:", "  lichen quickstart", "", "Exit codes: 0 done, 2 your error, 1 ours."})
public final class LichenCommand implements Runnable {

    @Option(
            names = "--stacktrace",
            scope = ScopeType.INHERIT,
            description = "Print where an error arose, not only the line that explains it.")
    private boolean stacktrace;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Runnable stopAtOnce;

    private LichenCommand(Runnable stopAtOnce) {
        this.stopAtOnce = stopAtOnce;
    }

    /**
     * Runs one command line and returns its exit code.
     *
     * @param stopAtOnce ends the process, at the second SIGINT or SIGTERM
     */
    public static int execute(PrintWriter output, PrintWriter errors, Runnable stopAtOnce, String... arguments) {
        return commandLine(stopAtOnce).setOut(output).setErr(errors).execute(arguments);
    }

    static CommandLine commandLine(Runnable stopAtOnce) {
        LichenCommand root = new LichenCommand(stopAtOnce);
        ErrorLines errorLines = new ErrorLines(() -> root.stacktrace);
        CommandLine line = new CommandLine(root);
        line.setExecutionExceptionHandler(errorLines);
        line.setParameterExceptionHandler(errorLines);
        line.setUsageHelpAutoWidth(true);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line;
    }

    /** Does something that SIGINT or SIGTERM stops: after the step the first time, at once the second time. */
    static <T> T untilStopped(CommandSpec command, Function<StopRequest, T> work) {
        LichenCommand root = (LichenCommand) command.root().userObject();
        StopRequest stop = new StopRequest(root.stopAtOnce);
        try (StopSignals _ = new StopSignals(stop)) {
            return work.apply(stop);
        }
    }

    /** Refuses a command line without a command. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command; lichen --help lists them");
    }
}
