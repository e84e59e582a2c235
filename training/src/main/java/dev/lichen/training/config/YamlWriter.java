package dev.lichen.training.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a configuration record as YAML with every key. */
final class YamlWriter {

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .build();

    private YamlWriter() {}

    static String write(Record config) {
        try {
            return YAML.writeValueAsString(plain(config));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a configuration of plain values is always writable", e);
        }
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Record section -> section(section);
            case List<?> list -> list.stream().map(YamlWriter::plain).toList();
            case Map<?, ?> map -> map(map);
            case Number number -> number;
            case Boolean truth -> truth;
            default -> Scalars.text(value);
        };
    }

    private static Map<String, @Nullable Object> section(Record record) {
        Map<String, @Nullable Object> section = new LinkedHashMap<>();
        for (RecordComponent component : new RecordShape(record.getClass()).components()) {
            section.put(component.getName(), plain(RecordShape.get(component, record)));
        }
        return section;
    }

    private static Map<String, @Nullable Object> map(Map<?, ?> map) {
        Map<String, @Nullable Object> section = new LinkedHashMap<>();
        map.forEach((key, value) -> section.put(String.valueOf(key), plain(value)));
        return section;
    }
}
