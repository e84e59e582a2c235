package dev.lichen.training.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.lichen.training.config.ConfigNode.Items;
import dev.lichen.training.config.ConfigNode.Kind;
import dev.lichen.training.config.ConfigNode.Scalar;
import dev.lichen.training.config.ConfigNode.Section;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one YAML document into nodes that know their places. */
final class YamlReader {

    private static final YAMLFactory YAML = YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final YAMLParser parser;
    private final String text;
    private final ConfigPlace source;

    private YamlReader(YAMLParser parser, String text, ConfigPlace source) {
        this.text = text;
        this.parser = parser;
        this.source = source;
    }

    /**
     * Reads a document that may be of any kind.
     *
     * @param source the place of its first character; line 0 for a text that is not a file
     * @throws ConfigException if the text is empty, not YAML, or more than one document
     */
    static ConfigNode read(String text, ConfigPlace source) {
        try (YAMLParser parser = YAML.createParser(text)) {
            return new YamlReader(parser, text, source).document();
        } catch (JsonProcessingException e) {
            throw new ConfigException(source.at(e.getLocation()), problem(e), e);
        } catch (IOException e) {
            throw new ConfigException(source, "not readable as YAML: " + e.getMessage(), e);
        }
    }

    private static String problem(JsonProcessingException e) {
        String message = e.getOriginalMessage();
        String duplicate = "Duplicate field ";
        if (message.startsWith(duplicate)) {
            return "the key " + message.substring(duplicate.length()).replace('\'', '"') + " occurs twice";
        }
        return "not readable as YAML: " + message.lines().findFirst().orElse(message);
    }

    private ConfigNode document() throws IOException {
        if (parser.nextToken() == null) {
            throw new ConfigException(source, "found no settings, expected at least one \"key: value\"");
        }
        ConfigNode node = value();
        if (parser.nextToken() != null) {
            throw new ConfigException(here(), "found a second document, expected one");
        }
        return node;
    }

    private ConfigNode value() throws IOException {
        ConfigPlace place = here();
        if (parser.isCurrentAlias()) {
            throw new ConfigException(
                    place, "found the alias *%s, expected the value itself".formatted(parser.getText()));
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> section(place);
            case START_ARRAY -> items(place);
            default -> new Scalar(parser.getText(), kind(), place);
        };
    }

    private Section section(ConfigPlace place) throws IOException {
        Map<String, ConfigNode> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            entries.put(key, value());
        }
        return new Section(entries, place);
    }

    private Items items(ConfigPlace place) throws IOException {
        List<ConfigNode> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value());
        }
        return new Items(List.copyOf(items), place);
    }

    private Kind kind() throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_NUMBER_INT -> Kind.INTEGER;
            case VALUE_NUMBER_FLOAT -> Kind.FRACTION;
            case VALUE_TRUE, VALUE_FALSE -> Kind.BOOLEAN;
            case VALUE_NULL -> Kind.EMPTY;
            default -> parser.getText().isEmpty() && !isQuoted() ? Kind.EMPTY : Kind.TEXT;
        };
    }

    private boolean isQuoted() {
        int start =
                text.offsetByCodePoints(0, (int) parser.currentTokenLocation().getCharOffset());
        return start < text.length() && (text.charAt(start) == '"' || text.charAt(start) == '\'');
    }

    private ConfigPlace here() {
        return source.at(((JsonParser) parser).currentTokenLocation());
    }
}
