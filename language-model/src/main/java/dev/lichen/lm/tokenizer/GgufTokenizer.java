package dev.lichen.lm.tokenizer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads the tokenizer out of a GGUF file's metadata. */
final class GgufTokenizer {

    private static final String PREFIX = "tokenizer.ggml.";
    private static final String BYTE_LEVEL_BPE = "gpt2";
    private static final Map<String, String> ROLES = Map.of(
            "bos_token_id", "bos_token",
            "eos_token_id", "eos_token",
            "unknown_token_id", "unk_token",
            "padding_token_id", "pad_token");

    /** The kinds of token in {@code token_type} that are not ordinary text. */
    private static final Set<Integer> CONTROL = Set.of(2, 3);

    private static final Set<Integer> USER_DEFINED = Set.of(4);

    private static final Map<PreTokenization, Set<String>> PRE_TOKENIZATIONS = Map.of(
            PreTokenization.GPT2, Set.of("gpt-2", "gpt2", "default", "mpt", "olmo", "jais", "trillion"),
            PreTokenization.DIGITS_THEN_GPT2,
                    Set.of("smollm", "starcoder", "refact", "command-r", "codeshell", "exaone", "minerva-7b"),
            PreTokenization.QWEN2, Set.of("qwen2", "deepseek-r1-qwen"),
            PreTokenization.LLAMA3, Set.of("llama-bpe", "llama3", "llama-v3"));

    private final Map<String, ?> metadata;
    private final List<String> tokens;

    GgufTokenizer(Map<String, ?> metadata) {
        this.metadata = metadata;
        String model = text("model");
        if (!model.equals(BYTE_LEVEL_BPE)) {
            throw new TokenizerException(
                    "GGUF tokenizer: found model '%s', expected '%s' (byte-level byte-pair encoding)"
                            .formatted(model, BYTE_LEVEL_BPE));
        }
        tokens = texts("tokens");
    }

    BytePairVocabulary vocabulary() {
        return new BytePairVocabulary(
                tokens, texts("merges"), ofType(CONTROL), ofType(USER_DEFINED), preTokenization());
    }

    TokenizerSettings settings() {
        Map<String, String> specialTokens = new HashMap<>();
        ROLES.forEach((key, role) -> {
            if (metadata.get(PREFIX + key) instanceof Number id) {
                specialTokens.put(role, token(key, id.intValue()));
            }
        });
        Object template = metadata.get("tokenizer.chat_template");
        return new TokenizerSettings(specialTokens, template == null ? "" : template.toString());
    }

    private PreTokenization preTokenization() {
        String name = String.valueOf(metadata.containsKey(PREFIX + "pre") ? metadata.get(PREFIX + "pre") : "default");
        return PRE_TOKENIZATIONS.entrySet().stream()
                .filter(names -> names.getValue().contains(name))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new TokenizerException(
                        "GGUF tokenizer: %spre is '%s', which Lichen does not know".formatted(PREFIX, name)));
    }

    private String token(String key, int id) {
        if (id < 0 || id >= tokens.size()) {
            throw new TokenizerException(
                    "GGUF tokenizer: %s%s is %d, expected an id below %d".formatted(PREFIX, key, id, tokens.size()));
        }
        return tokens.get(id);
    }

    private Set<Integer> ofType(Set<Integer> wanted) {
        List<?> types = list("token_type");
        if (types.size() != tokens.size()) {
            throw new TokenizerException("GGUF tokenizer: found %d token types, expected one for each of %d tokens"
                    .formatted(types.size(), tokens.size()));
        }
        return IntStream.range(0, types.size())
                .filter(id -> types.get(id) instanceof Number type && wanted.contains(type.intValue()))
                .boxed()
                .collect(Collectors.toSet());
    }

    private String text(String key) {
        return value(key).toString();
    }

    private List<String> texts(String key) {
        return list(key).stream().map(String::valueOf).toList();
    }

    private List<?> list(String key) {
        if (value(key) instanceof List<?> list) {
            return list;
        }
        throw new TokenizerException("GGUF tokenizer: %s%s is not a list".formatted(PREFIX, key));
    }

    private Object value(String key) {
        @Nullable Object value = metadata.get(PREFIX + key);
        if (value == null) {
            throw new TokenizerException("GGUF file without a tokenizer: found no %s%s".formatted(PREFIX, key));
        }
        return value;
    }
}
