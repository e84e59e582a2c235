package dev.lichen.lm.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Runs the tokenizer of a Hugging Face model folder, offline, by the Hugging Face library itself.
 *
 * <p>Every token that the files list as added is a control token, except those that are only white space and not marked
 * special (some vocabularies add runs of spaces, which are text). Plain text that spells a control token is cut inside
 * the literal and encoded in parts; plain text that does not is encoded exactly as Hugging Face does. Characters that
 * the vocabulary cannot express are left out of plain text, and half surrogates become U+FFFD.
 */
public final class HuggingFaceTokenizer implements Tokenizer {

    private static final Map<String, String> OPTIONS =
            Map.of("addSpecialTokens", "false", "truncation", "false", "padding", "false");

    private final HuggingFaceTokenizerFiles files;
    private final TokenizerSettings settings;
    private final List<ControlToken> controlTokens;
    private final ControlTokenMatcher matcher;
    private final int vocabularySize;
    private final boolean marksBeginning;
    private final ai.djl.huggingface.tokenizers.HuggingFaceTokenizer library;

    private HuggingFaceTokenizer(HuggingFaceTokenizerFiles files) {
        JsonNode json = files.vocabularyJson();
        JsonNode vocabulary = json.path("model").path("vocab");
        if (vocabulary.isMissingNode()) {
            throw new TokenizerException("%s in %s: found no model.vocab, so it is no tokenizer of Hugging Face"
                    .formatted(HuggingFaceTokenizerFiles.VOCABULARY, files.place()));
        }
        this.files = files;
        settings = files.settings();
        controlTokens = controlTokens(json.path("added_tokens"));
        matcher = new ControlTokenMatcher(controlTokens);
        vocabularySize = 1 + Math.max(largestId(vocabulary), largestId(json.path("added_tokens")));
        marksBeginning = json.path("pre_tokenizer").toString().contains("\"prepend_scheme\":\"first\"");
        library = load(files);
    }

    /**
     * Opens the tokenizer of a model folder.
     *
     * @throws TokenizerException if a file is missing, empty or foreign
     */
    public static HuggingFaceTokenizer open(Path directory) {
        return of(HuggingFaceTokenizerFiles.read(directory));
    }

    /** Opens a tokenizer from its files. */
    public static HuggingFaceTokenizer of(HuggingFaceTokenizerFiles files) {
        return new HuggingFaceTokenizer(files);
    }

    @Override
    public TokenSequence encode(String text) {
        List<String> parts = matcher.withoutLiterals(wellFormed(text));
        List<TokenSequence> tokens = new ArrayList<>();
        tokens.add(encodePart(parts.getFirst()));
        parts.stream().skip(1).map(this::encodePartAfter).forEach(tokens::add);
        return TokenSequence.concatenate(tokens);
    }

    @Override
    public TokenSequence encodeContinuation(String text) {
        return TokenSequence.concatenate(matcher.withoutLiterals(wellFormed(text)).stream()
                .map(this::encodePartAfter)
                .toList());
    }

    @Override
    public TokenSequence encodeWithControlTokens(String text) {
        return ids(wellFormed(text));
    }

    /**
     * Encodes text without literals. Should the library still find a control token in it, by normalising the text or
     * because a character is unknown, the text is halved until it finds none.
     */
    private TokenSequence encodePart(String text) {
        TokenSequence tokens = ids(text);
        if (!matcher.anyIn(tokens)) {
            return tokens;
        }
        int codePoints = text.codePointCount(0, text.length());
        if (codePoints == 1) {
            return TokenSequence.of(
                    tokens.stream().filter(id -> !matcher.isControl(id)).toArray());
        }
        int middle = text.offsetByCodePoints(0, codePoints / 2);
        return encodePart(text.substring(0, middle)).plus(encodePartAfter(text.substring(middle)));
    }

    /** Encodes as after another token; where the library marks beginnings, a control token is put before the text. */
    private TokenSequence encodePartAfter(String text) {
        if (!marksBeginning || controlTokens.isEmpty() || text.isEmpty()) {
            return encodePart(text);
        }
        TokenSequence tokens = ids(controlTokens.getFirst().text() + text);
        TokenSequence rest = tokens.slice(1, tokens.size());
        return matcher.anyIn(rest) ? encodePart(text) : rest;
    }

    private TokenSequence ids(String text) {
        long[] ids = library.encode(text, false, false).getIds();
        return TokenSequence.of(Arrays.stream(ids).mapToInt(Math::toIntExact).toArray());
    }

    @Override
    public String decode(TokenSequence tokens) {
        return decode(tokens, true);
    }

    @Override
    public String decodeWithControlTokens(TokenSequence tokens) {
        return decode(tokens, false);
    }

    private String decode(TokenSequence tokens, boolean withoutSpecialTokens) {
        return library.decode(tokens.stream().asLongStream().toArray(), withoutSpecialTokens);
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
        return vocabularySize;
    }

    @Override
    public String fingerprint() {
        return files.fingerprint();
    }

    @Override
    public void save(Path directory) {
        files.write(directory);
    }

    @Override
    public void close() {
        library.close();
    }

    private static String wellFormed(String text) {
        return text.codePoints().noneMatch(codePoint -> Character.getType(codePoint) == Character.SURROGATE)
                ? text
                : text.codePoints()
                        .map(codePoint -> Character.getType(codePoint) == Character.SURROGATE ? 0xFFFD : codePoint)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static List<ControlToken> controlTokens(JsonNode addedTokens) {
        List<ControlToken> tokens = new ArrayList<>();
        for (JsonNode token : addedTokens) {
            String text = token.path("content").asText();
            if (token.path("special").asBoolean() || !text.isBlank()) {
                tokens.add(new ControlToken(
                        text,
                        token.path("id").asInt(),
                        token.path("lstrip").asBoolean(),
                        token.path("rstrip").asBoolean()));
            }
        }
        tokens.sort(Comparator.comparingInt(ControlToken::id));
        return List.copyOf(tokens);
    }

    /** Returns the largest id; a vocabulary is a map to ids, a list of pieces, or a list of tokens with ids. */
    private static int largestId(JsonNode vocabulary) {
        int largest = -1;
        int position = 0;
        for (JsonNode entry : vocabulary) {
            int id = entry.isInt() ? entry.intValue() : entry.path("id").asInt(position);
            largest = Math.max(largest, id);
            position++;
        }
        return largest;
    }

    private static ai.djl.huggingface.tokenizers.HuggingFaceTokenizer load(HuggingFaceTokenizerFiles files) {
        byte[] text = files.vocabularyText().getBytes(StandardCharsets.UTF_8);
        try {
            return ai.djl.huggingface.tokenizers.HuggingFaceTokenizer.newInstance(
                    new ByteArrayInputStream(text), OPTIONS);
        } catch (IOException | RuntimeException e) {
            throw new TokenizerException(
                    "%s in %s: not a tokenizer that the Hugging Face library can load: %s"
                            .formatted(HuggingFaceTokenizerFiles.VOCABULARY, files.place(), e.getMessage()),
                    e);
        }
    }
}
