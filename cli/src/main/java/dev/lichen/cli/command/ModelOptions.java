package dev.lichen.cli.command;

import com.google.errorprone.annotations.MustBeClosed;
import dev.lichen.cli.model.LoadedModel;
import dev.lichen.lm.transformer.Compute;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Names the model that a command uses, and where and how it computes. */
final class ModelOptions {

    @Option(
            names = "--model",
            required = true,
            paramLabel = "DIR",
            description = "Model folder in Hugging Face layout.")
    private Path model = Path.of("");

    @Mixin
    private ComputeOptions computeOptions = new ComputeOptions();

    @MustBeClosed
    LoadedModel open() {
        return LoadedModel.open(model, compute());
    }

    Path path() {
        return model;
    }

    Compute compute() {
        return computeOptions.exact();
    }
}
