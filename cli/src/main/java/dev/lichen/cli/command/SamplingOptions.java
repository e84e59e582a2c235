package dev.lichen.cli.command;

import dev.lichen.lm.generation.SamplingConfig;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says how new tokens are drawn. */
final class SamplingOptions {

    @Option(names = "--greedy", description = "Always take the likeliest token.")
    private boolean greedy;

    @Option(
            names = "--temperature",
            defaultValue = "1",
            description = "Divides the logits (default: ${DEFAULT-VALUE}).")
    private double temperature;

    @Option(
            names = "--top-k",
            defaultValue = "0",
            description = "Draw among the K likeliest tokens; 0 for all (default: ${DEFAULT-VALUE}).")
    private int topK;

    @Option(
            names = "--top-p",
            defaultValue = "1",
            description = "Draw among the likeliest tokens of this probability together (default: ${DEFAULT-VALUE}).")
    private double topP;

    @Option(
            names = "--max-new-tokens",
            defaultValue = "256",
            description = "Longest answer in tokens (default: ${DEFAULT-VALUE}).")
    private int maximumNewTokens;

    @Option(names = "--seed", defaultValue = "0", description = "Same seed, same text (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--stop", paramLabel = "TEXT", description = "End an answer before this text; repeatable.")
    private List<String> stop = List.of();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    SamplingConfig config() {
        try {
            return new SamplingConfig(greedy ? 0 : temperature, topK, topP, maximumNewTokens);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }

    long seed() {
        return seed;
    }

    List<String> stop() {
        return stop;
    }
}
