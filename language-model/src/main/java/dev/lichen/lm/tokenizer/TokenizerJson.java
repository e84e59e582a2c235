package dev.lichen.lm.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Writes a byte-level vocabulary as the JSON that the Hugging Face libraries read. */
final class TokenizerJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private TokenizerJson() {}

    /** Returns the files by name. */
    static Map<String, ObjectNode> files(BytePairVocabulary vocabulary, TokenizerSettings settings) {
        Map<String, ObjectNode> files = new LinkedHashMap<>();
        files.put(HuggingFaceTokenizerFiles.VOCABULARY, vocabulary(vocabulary));
        files.put(HuggingFaceTokenizerFiles.CONFIG, config(vocabulary, settings));
        files.put(HuggingFaceTokenizerFiles.SPECIAL_TOKENS, specialTokens(settings));
        return files;
    }

    private static ObjectNode vocabulary(BytePairVocabulary vocabulary) {
        ObjectNode json = NODES.objectNode();
        json.put("version", "1.0").putNull("truncation").putNull("padding");
        json.set("added_tokens", addedTokens(vocabulary));
        json.set("normalizer", normalizer(vocabulary.preTokenization()));
        json.set("pre_tokenizer", vocabulary.preTokenization().toJson());
        json.set("post_processor", PreTokenization.byteLevel(false));
        json.set("decoder", PreTokenization.byteLevel(false));
        json.set("model", model(vocabulary));
        return json;
    }

    private static JsonNode normalizer(PreTokenization preTokenization) {
        return preTokenization.composesAccents() ? NODES.objectNode().put("type", "NFC") : NODES.nullNode();
    }

    private static ArrayNode addedTokens(BytePairVocabulary vocabulary) {
        ArrayNode tokens = NODES.arrayNode();
        Stream.concat(vocabulary.controlTokens().stream(), vocabulary.textTokens().stream())
                .sorted()
                .forEach(id -> tokens.add(addedToken(vocabulary, id).put("id", id)));
        return tokens;
    }

    private static ObjectNode addedToken(BytePairVocabulary vocabulary, int id) {
        return NODES.objectNode()
                .put("content", vocabulary.tokens().get(id))
                .put("single_word", false)
                .put("lstrip", false)
                .put("rstrip", false)
                .put("normalized", false)
                .put("special", vocabulary.controlTokens().contains(id));
    }

    /** Without an unknown token: a byte that the vocabulary lacks is left out and never becomes a control token. */
    private static ObjectNode model(BytePairVocabulary vocabulary) {
        ObjectNode model =
                NODES.objectNode().put("type", "BPE").putNull("dropout").putNull("unk_token");
        model.putNull("continuing_subword_prefix").putNull("end_of_word_suffix");
        model.put("fuse_unk", false).put("byte_fallback", false);
        model.put("ignore_merges", vocabulary.preTokenization().takesWholeWords());
        ObjectNode ids = model.putObject("vocab");
        for (int id = 0; id < vocabulary.size(); id++) {
            ids.put(vocabulary.tokens().get(id), id);
        }
        ArrayNode merges = model.putArray("merges");
        vocabulary.merges().forEach(merges::add);
        return model;
    }

    private static ObjectNode config(BytePairVocabulary vocabulary, TokenizerSettings settings) {
        ObjectNode config = NODES.objectNode().put("tokenizer_class", "PreTrainedTokenizerFast");
        config.put("add_prefix_space", false).put("clean_up_tokenization_spaces", false);
        config.setAll(specialTokens(settings));
        if (settings.hasChatTemplate()) {
            config.put("chat_template", settings.chatTemplate());
        }
        ObjectNode added = config.putObject("added_tokens_decoder");
        addedTokens(vocabulary).forEach(token -> added.set(token.path("id").asText(), without(token)));
        return config;
    }

    private static ObjectNode without(JsonNode token) {
        return token.<ObjectNode>deepCopy().without("id");
    }

    private static ObjectNode specialTokens(TokenizerSettings settings) {
        ObjectNode json = NODES.objectNode();
        settings.specialTokens().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> json.put(entry.getKey(), entry.getValue()));
        return json;
    }
}
