package dev.lichen.cli.command;

import dev.lichen.cli.data.MaskLines;
import dev.lichen.cli.data.MaskPage;
import dev.lichen.cli.data.MaskedText;
import dev.lichen.cli.data.PageFiles;
import dev.lichen.cli.data.RecordFiles;
import dev.lichen.datasets.Contents;
import dev.lichen.datasets.Conversation;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.Page;
import dev.lichen.datasets.files.ReadProgress;
import dev.lichen.lm.rendering.ConversationRenderer;
import dev.lichen.lm.tokenizer.HuggingFaceTokenizer;
import dev.lichen.lm.tokenizer.MaskedTokens;
import dev.lichen.lm.tokenizer.PositionMask;
import dev.lichen.lm.tokenizer.TokenSequence;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows records as a model reads them, token by token, and which tokens it learns from. */
@Command(
        name = "mask",
        description = {
            "Show records as a model reads them, and which tokens it learns from.",
            "Records are rendered with the model's chat template, as fine-tuning does it: what stands between ⟦ and ⟧ is"
                    + " learned from, the rest is read only. Of a ranking each answer is shown, of a prompt nothing is"
                    + " learned, of a text without turns all but the first token."
        },
        footer = {
            "",
            "Example:",
            "  lichen data mask sft.jsonl --model models/smollm2",
            "  lichen data mask sft.jsonl --model models/smollm2 --first 120 --records 1 --tokens",
            "  lichen data mask sft.jsonl --model models/smollm2 --records 50 --html mask.html",
            "  lichen data mask scraped.jsonl --from sharegpt --on-bad-record skip --model models/smollm2"
        })
final class DataMaskCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "A data file of any known format, or pages of text.")
    private Path file = Path.of("");

    @Option(
            names = "--model",
            required = true,
            paramLabel = "DIR",
            description = "Model folder; its tokenizer and chat template are read, nothing else.")
    private Path model = Path.of("");

    @Option(
            names = "--first",
            defaultValue = "1",
            paramLabel = "N",
            description = "First record (default: ${DEFAULT-VALUE}).")
    private long first;

    @Option(
            names = "--records",
            defaultValue = "3",
            paramLabel = "N",
            description = "How many (default: ${DEFAULT-VALUE}).")
    private long records;

    @Option(names = "--tokens", description = "Print a line for each token.")
    private boolean tokens;

    @Option(
            names = "--color",
            defaultValue = "auto",
            description = "auto, always or never (default: ${DEFAULT-VALUE}: where the output is a terminal).")
    private Color color = Color.AUTO;

    @Option(names = "--html", paramLabel = "FILE", description = "Write a page instead of printing.")
    private @Nullable Path page;

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Mixin
    private Printer printer = new Printer();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Whether to use colours. */
    private enum Color {
        AUTO(Ansi.AUTO),
        ALWAYS(Ansi.ON),
        NEVER(Ansi.OFF);

        private final Ansi ansi;

        Color(Ansi ansi) {
            this.ansi = ansi;
        }
    }

    @Override
    public Integer call() {
        if (first < 1 || records < 1) {
            throw new ParameterException(spec.commandLine(), "--first and --records must be at least 1");
        }
        List<MaskedText> texts = texts();
        if (texts.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "%s has no record %d".formatted(file, first));
        }
        if (page == null) {
            printer.print(texts, lines(texts));
        } else {
            PageFiles.write(page, MaskPage.render(file.toString(), model.toString(), texts));
            printer.print(texts, "%d renderings written to %s".formatted(texts.size(), page));
        }
        return 0;
    }

    private String lines(List<MaskedText> texts) {
        MaskLines lines = new MaskLines(color.ansi.enabled());
        return texts.stream()
                .map(text -> tokens ? lines.table(text) : lines.running(text))
                .collect(Collectors.joining("\n\n"));
    }

    private List<MaskedText> texts() {
        List<MaskedText> texts = new ArrayList<>();
        try (HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.open(model)) {
            ConversationRenderer renderer = ConversationRenderer.of(tokenizer);
            renderer.notice().ifPresent(printer.errors()::println);
            new Renderings(tokenizer, renderer, texts).read();
        }
        return texts;
    }

    /** Renders the records that were asked for. */
    private final class Renderings {

        private final HuggingFaceTokenizer tokenizer;
        private final ConversationRenderer renderer;
        private final List<MaskedText> texts;
        private long number;

        Renderings(HuggingFaceTokenizer tokenizer, ConversationRenderer renderer, List<MaskedText> texts) {
            this.tokenizer = tokenizer;
            this.renderer = renderer;
            this.texts = texts;
        }

        void read() {
            new RecordFiles(List.of(file), reading.with(ReadProgress.SILENT)).forEach(one -> {
                number++;
                if (number >= first && number < first + records) {
                    render(one);
                }
            });
        }

        private void render(JsonRecord one) {
            Contents contents = Contents.of(one);
            String id = contents.attributes().id();
            String name = "Record " + number + (id == null ? "" : " (" + id + ")");
            switch (one) {
                case Page text -> add(name, renderer.renderText(text.text()));
                case Conversation conversation -> add(name, renderer.render(conversation.messages()));
                default -> renderAnswers(name, contents);
            }
        }

        private void renderAnswers(String name, Contents contents) {
            if (contents.answers().isEmpty()) {
                TokenSequence prompt = renderer.renderPrompt(contents.prompt());
                add(name, new MaskedTokens(prompt, PositionMask.none(prompt.size())));
            }
            for (int i = 0; i < contents.answers().size(); i++) {
                List<Message> messages = new ArrayList<>(contents.prompt());
                messages.add(Message.assistant(contents.answers().get(i)));
                add(name + ", answer " + (i + 1), renderer.render(messages));
            }
        }

        private void add(String name, MaskedTokens rendered) {
            texts.add(MaskedText.of(number, name, rendered, tokenizer));
        }
    }
}
