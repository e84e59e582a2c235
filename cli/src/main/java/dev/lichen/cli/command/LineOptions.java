package dev.lichen.cli.command;

import dev.lichen.cli.stage.LineEnvironment;
import dev.lichen.lm.transformer.Compute;
import dev.lichen.training.config.Configs;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what a line of stages is told, where it runs and where it writes. */
final class LineOptions {

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Set one key, as ppo.steps=50; repeatable.")
    private List<String> assignments = List.of();

    @Option(names = "--run-dir", paramLabel = "DIR", description = "The line's folder (default: under runs/).")
    private @Nullable Path runFolder;

    @Option(names = "--resume", description = "Go on with the line in the folder; this happens without it, too.")
    @SuppressWarnings("UnusedVariable") // accepted because the stages' own commands need it
    private boolean resume;

    @Mixin
    private ComputeOptions computeOptions = new ComputeOptions();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    /** Returns the configuration: the defaults, overlaid by files, overlaid by the command line. */
    <T extends Record> T resolve(T defaults, Path... files) {
        return Configs.resolve(defaults, List.of(files), assignments);
    }

    /** Returns the folder that the user named, or another. */
    Path folderOr(Path other) {
        return runFolder == null ? other : runFolder;
    }

    /**
     * Does something that SIGINT or SIGTERM stops: after the step the first time, at once the second time.
     *
     * @param format which number format serves unless the user chose one
     */
    <T> T untilStopped(Function<ComputeOptions, Compute> format, Function<LineEnvironment, T> work) {
        return LichenCommand.untilStopped(
                command,
                stop -> work.apply(new LineEnvironment(
                        format.apply(computeOptions),
                        stop,
                        Clock.systemUTC(),
                        command.commandLine().getErr())));
    }
}
