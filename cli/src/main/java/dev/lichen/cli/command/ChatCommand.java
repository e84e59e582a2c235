package dev.lichen.cli.command;

import dev.lichen.cli.chat.ChatSession;
import dev.lichen.cli.model.LoadedModel;
import dev.lichen.datasets.Message;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Talks with a model in the terminal. */
@Command(
        name = "chat",
        description = {"Talk with a model.", "/clear begins a new conversation, /exit ends the session."},
        footer = {"", "Example:", "  lichen chat --model models/smollm2 --temperature 0.7"})
final class ChatCommand implements Callable<Integer> {

    @Mixin
    private ModelOptions modelOptions = new ModelOptions();

    @Mixin
    private SamplingOptions sampling = new SamplingOptions();

    @Option(names = "--system", paramLabel = "TEXT", description = "Instructions for the whole conversation.")
    private @Nullable String system;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        List<Message> opening = system == null ? List.of() : List.of(Message.system(system));
        var config = sampling.config();
        try (LoadedModel model = modelOptions.open()) {
            model.text().renderer().notice().ifPresent(spec.commandLine().getErr()::println);
            BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            new ChatSession(model, config, sampling.seed(), opening)
                    .talk(input, spec.commandLine().getOut());
        }
        return 0;
    }
}
