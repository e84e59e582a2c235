package dev.lichen.cli.command;

import dev.lichen.cli.stage.StageDisplay;
import dev.lichen.cli.stage.Versions;
import dev.lichen.training.Outcome;
import dev.lichen.training.StageEnvironment;
import dev.lichen.training.StopRequest;
import dev.lichen.training.config.Configs;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what a stage is told, where it runs and where it writes. */
final class RunOptions {

    @Option(names = "--config", paramLabel = "FILE", description = "YAML file that overlays the defaults.")
    private @Nullable Path config;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Set one key, as data.maximumTokens=512; overlays the file; repeatable.")
    private List<String> assignments = List.of();

    @Option(names = "--run-dir", paramLabel = "DIR", description = "The run's folder (default: runs/ and the command).")
    private @Nullable Path runFolder;

    @Option(names = "--resume", description = "Go on with the run in the folder, from its latest checkpoint.")
    private boolean resume;

    @Mixin
    private ComputeOptions computeOptions = new ComputeOptions();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    /** Returns the configuration: the defaults, overlaid by the file, overlaid by the command line. */
    <T extends Record> T resolve(T defaults) {
        return Configs.resolve(defaults, config == null ? List.of() : List.of(config), assignments);
    }

    Path folder() {
        return runFolder == null ? Path.of("runs", command.name()) : runFolder;
    }

    private StageEnvironment environment(StopRequest stop) {
        PrintWriter errors = command.commandLine().getErr();
        return new StageEnvironment(
                folder(),
                resume,
                computeOptions.fast(),
                Versions.all(),
                List.of(),
                stop,
                Clock.systemUTC(),
                StageDisplay.of(command.name(), errors));
    }

    /** Runs a stage that is stopped by signals. */
    Outcome run(Function<StageEnvironment, Outcome> stage) {
        return LichenCommand.untilStopped(command, stop -> stage.apply(environment(stop)));
    }

    /** Runs a stage that makes a model, and says how it ended. */
    int run(Function<StageEnvironment, Outcome> stage, Printer printer) {
        Outcome outcome = run(stage);
        StageResult result = StageResult.of(folder(), outcome);
        printer.print(result, result.text());
        return 0;
    }
}
