package dev.lichen.lm.tokenizer;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A tokenizer for tests: each UTF-8 byte is a token, behind a few control tokens. By default id 0 is {@code
 * <|endoftext|>}, 1 {@code <|im_start|>}, 2 {@code <|im_end|>} and byte b is 3 + b.
 */
public final class ByteTokenizer implements Tokenizer {

    private static final int BYTES = 256;

    private final List<ControlToken> controlTokens;
    private final ControlTokenMatcher matcher;
    private final TokenizerSettings settings;

    /** Creates a tokenizer with these control tokens, ids in this order. */
    public ByteTokenizer(List<String> controlTokens, TokenizerSettings settings) {
        this.controlTokens = IntStream.range(0, controlTokens.size())
                .mapToObj(id -> new ControlToken(controlTokens.get(id), id))
                .toList();
        this.matcher = new ControlTokenMatcher(this.controlTokens);
        this.settings = settings;
    }

    /** Creates a tokenizer with ChatML's control tokens and a chat template, which may be empty. */
    public static ByteTokenizer withTemplate(String chatTemplate) {
        return new ByteTokenizer(
                Texts.CONTROL_TOKENS, new TokenizerSettings(Map.of("eos_token", "<|endoftext|>"), chatTemplate));
    }

    @Override
    public TokenSequence encode(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return TokenSequence.of(IntStream.range(0, bytes.length)
                .map(i -> controlTokens.size() + Byte.toUnsignedInt(bytes[i]))
                .toArray());
    }

    @Override
    public TokenSequence encodeWithControlTokens(String text) {
        List<TokenSequence> parts = new ArrayList<>();
        int start = 0;
        for (ControlTokenMatcher.Match match : matcher.find(text)) {
            parts.add(encode(text.substring(start, match.start()))
                    .plus(match.token().id()));
            start = match.end();
        }
        parts.add(encode(text.substring(start)));
        return TokenSequence.concatenate(parts);
    }

    @Override
    public String decode(TokenSequence tokens) {
        return decode(tokens, "");
    }

    @Override
    public String decodeWithControlTokens(TokenSequence tokens) {
        return decode(tokens, null);
    }

    private String decode(TokenSequence tokens, @Nullable String controlText) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        tokens.stream().forEach(id -> {
            if (id >= controlTokens.size()) {
                bytes.write(id - controlTokens.size());
            } else {
                String literal = controlText == null ? controlTokens.get(id).text() : controlText;
                bytes.writeBytes(literal.getBytes(StandardCharsets.UTF_8));
            }
        });
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Override
    public List<ControlToken> controlTokens() {
        return controlTokens;
    }

    @Override
    public TokenizerSettings settings() {
        return settings;
    }

    @Override
    public int vocabularySize() {
        return controlTokens.size() + BYTES;
    }

    @Override
    public String fingerprint() {
        return "bytes";
    }

    @Override
    public void save(Path directory) {
        throw new UnsupportedOperationException("a byte tokenizer has no files");
    }

    @Override
    public void close() {}
}
