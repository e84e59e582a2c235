package dev.lichen.cli.command;

import dev.lichen.lm.rendering.ChatMl;
import dev.lichen.lm.tokenizer.BpeTrainer;
import dev.lichen.lm.tokenizer.HuggingFaceTokenizer;
import dev.lichen.lm.tokenizer.HuggingFaceTokenizerFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains a byte-level byte-pair encoding on texts and writes its files in Hugging Face layout. */
@Command(
        name = "train",
        description = "Train a byte-level BPE tokenizer on texts.",
        footer = {"", "Example:", "  lichen tokenizer train --input corpus.txt --vocabulary-size 8000 --to models/base"
        })
final class TokenizerTrainCommand implements Callable<Integer> {

    @Option(
            names = "--input",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "Text files, or JSON lines whose text and content fields are read.")
    private List<Path> input = List.of();

    @Option(
            names = "--vocabulary-size",
            defaultValue = "8000",
            paramLabel = "N",
            description = "How many tokens to learn, the control tokens included (default: ${DEFAULT-VALUE}).")
    private int vocabularySize;

    @Option(names = "--to", required = true, paramLabel = "DIR", description = "Where to write tokenizer.json.")
    private Path target = Path.of("");

    @Mixin
    private Printer printer = new Printer();

    @Override
    public Integer call() {
        List<String> texts = TextSources.read(input);
        var vocabulary = new BpeTrainer(ChatMl.CONTROL_TOKENS, vocabularySize).train(texts);
        Folders.make(target);
        HuggingFaceTokenizerFiles.create(vocabulary, ChatMl.settings()).write(target);
        try (HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.open(target)) {
            report(tokenizer, texts);
        }
        return 0;
    }

    private void report(HuggingFaceTokenizer tokenizer, List<String> texts) {
        long bytes = texts.stream()
                .mapToLong(text -> text.getBytes(StandardCharsets.UTF_8).length)
                .sum();
        long tokens =
                texts.stream().mapToLong(text -> tokenizer.encode(text).size()).sum();
        double bytesPerToken = bytes / (double) Math.max(1, tokens);
        printer.print(
                Map.of(
                        "to", target.toString(),
                        "vocabulary_size", tokenizer.vocabularySize(),
                        "bytes_per_token", bytesPerToken),
                "%s: %d tokens, %.2f bytes a token on the texts it was trained on"
                        .formatted(target, tokenizer.vocabularySize(), bytesPerToken));
    }
}
