package dev.lichen.lm.tokenizer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.FileAccessException;
import dev.lichen.InternalException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A tokenizer's files in Hugging Face layout, as text, by name.
 *
 * <p>{@code tokenizer.json} holds the vocabulary; {@code tokenizer_config.json}, {@code special_tokens_map.json} and
 * {@code chat_template.jinja} may be missing.
 */
public final class HuggingFaceTokenizerFiles {

    /** The file that holds the vocabulary. */
    public static final String VOCABULARY = "tokenizer.json";

    static final String CONFIG = "tokenizer_config.json";
    static final String SPECIAL_TOKENS = "special_tokens_map.json";
    static final String CHAT_TEMPLATE = "chat_template.jinja";

    private static final List<String> NAMES = List.of(VOCABULARY, CONFIG, SPECIAL_TOKENS, CHAT_TEMPLATE);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> contents;
    private final String place;

    private HuggingFaceTokenizerFiles(Map<String, String> contents, String place) {
        this.contents = Map.copyOf(contents);
        this.place = place;
    }

    /**
     * Reads the files of a directory.
     *
     * @throws TokenizerException if there is no {@code tokenizer.json}
     */
    public static HuggingFaceTokenizerFiles read(Path directory) {
        Map<String, String> contents = new LinkedHashMap<>();
        for (String name : NAMES) {
            if (Files.isRegularFile(directory.resolve(name))) {
                contents.put(name, readFile(directory.resolve(name)));
            }
        }
        if (!contents.containsKey(VOCABULARY)) {
            throw new TokenizerException("no tokenizer in %s: found no %s".formatted(directory, VOCABULARY));
        }
        return new HuggingFaceTokenizerFiles(contents, directory.toString());
    }

    /** Returns the files of a vocabulary. */
    public static HuggingFaceTokenizerFiles create(BytePairVocabulary vocabulary, TokenizerSettings settings) {
        Map<String, ObjectNode> files = TokenizerJson.files(vocabulary, settings);
        Map<String, String> contents = new LinkedHashMap<>();
        files.forEach((name, json) -> contents.put(name, json.toPrettyString() + "\n"));
        return new HuggingFaceTokenizerFiles(contents, "the vocabulary");
    }

    /**
     * Returns the files of the tokenizer inside a GGUF file.
     *
     * @param metadata the file's metadata by key; arrays as lists, numbers as {@link Number}
     * @throws TokenizerException if it is not a byte-level byte-pair encoding of a known kind
     */
    public static HuggingFaceTokenizerFiles fromGguf(Map<String, ?> metadata) {
        GgufTokenizer gguf = new GgufTokenizer(metadata);
        return create(gguf.vocabulary(), gguf.settings());
    }

    /** Writes the files into an existing directory. */
    public void write(Path directory) {
        contents.forEach((name, content) -> writeFile(directory.resolve(name), content));
    }

    /** Returns what the files say beyond the vocabulary. */
    public TokenizerSettings settings() {
        return SettingsReader.read(json(CONFIG), json(SPECIAL_TOKENS), contents.getOrDefault(CHAT_TEMPLATE, ""));
    }

    /** Returns the SHA-256 of {@code tokenizer.json} in hexadecimal. */
    String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(vocabularyText().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new InternalException("every Java platform has SHA-256", e);
        }
    }

    /** Returns the text of {@code tokenizer.json}. */
    String vocabularyText() {
        return contents.getOrDefault(VOCABULARY, "");
    }

    /** Returns {@code tokenizer.json} as a tree. */
    JsonNode vocabularyJson() {
        return json(VOCABULARY);
    }

    /** Returns where the files are from, for messages. */
    String place() {
        return place;
    }

    private JsonNode json(String name) {
        try {
            JsonNode json = JSON.readTree(contents.getOrDefault(name, "{}"));
            if (json.isObject()) {
                return json;
            }
            throw new TokenizerException("%s in %s: found no JSON object".formatted(name, place));
        } catch (JsonProcessingException e) {
            throw new TokenizerException("%s in %s: not JSON: %s".formatted(name, place, e.getOriginalMessage()), e);
        }
    }

    private static String readFile(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new FileAccessException("read", file, e);
        }
    }

    private static void writeFile(Path file, String content) {
        try {
            Files.writeString(file, content, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new FileAccessException("write", file, e);
        }
    }
}
