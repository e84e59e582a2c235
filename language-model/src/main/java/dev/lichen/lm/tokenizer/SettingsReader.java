package dev.lichen.lm.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads named special tokens and the chat template out of a tokenizer's small files. */
final class SettingsReader {

    private static final String ROLE_SUFFIX = "_token";

    private SettingsReader() {}

    /** Merges the files; the config goes before the map, a template file before the config. */
    static TokenizerSettings read(JsonNode config, JsonNode specialTokensMap, String templateFile) {
        Map<String, String> specialTokens = new LinkedHashMap<>();
        addSpecialTokens(specialTokensMap, specialTokens);
        addSpecialTokens(config, specialTokens);
        String template = templateFile.isEmpty() ? template(config.path("chat_template")) : templateFile;
        return new TokenizerSettings(specialTokens, template);
    }

    private static void addSpecialTokens(JsonNode json, Map<String, String> specialTokens) {
        json.properties().forEach(property -> {
            String literal = literal(property.getValue());
            if (property.getKey().endsWith(ROLE_SUFFIX) && !literal.isEmpty()) {
                specialTokens.put(property.getKey(), literal);
            }
        });
    }

    private static String literal(JsonNode token) {
        return token.isTextual() ? token.textValue() : token.path("content").asText("");
    }

    /** Returns the template; of several named ones the one called {@code default}. */
    private static String template(JsonNode template) {
        for (JsonNode named : template) {
            if (named.path("name").asText("").equals("default")) {
                return named.path("template").asText("");
            }
        }
        return template.asText("");
    }
}
