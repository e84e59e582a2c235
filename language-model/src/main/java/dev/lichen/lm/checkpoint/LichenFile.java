package dev.lichen.lm.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Holds {@code lichen.json}: what Hugging Face's files have no place for.
 *
 * @param kind what the weights compute, if the file says so
 * @param properties everything else
 */
record LichenFile(Optional<ModelKind> kind, Map<String, @Nullable Object> properties) {

    static final String NAME = "lichen.json";

    private static final String KIND = "kind";
    private static final JsonMapper JSON = new JsonMapper();

    static LichenFile read(Path folder) {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return new LichenFile(Optional.empty(), Map.of());
        }
        JsonFields fields = JsonFields.read(file);
        SequencedMap<String, @Nullable Object> properties = new LinkedHashMap<>(fields.values());
        properties.remove(KIND);
        return new LichenFile(Optional.of(kind(fields)), properties);
    }

    static String toJson(ModelKind kind, Map<String, Object> properties) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(KIND, kind.code());
        fields.putAll(properties);
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(fields) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "properties of a model must be plain values: " + e.getOriginalMessage(), e);
        }
    }

    private static ModelKind kind(JsonFields fields) {
        String code = fields.text(KIND, "");
        return Arrays.stream(ModelKind.values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> fields.bad(
                        KIND,
                        Arrays.stream(ModelKind.values()).map(ModelKind::code).collect(Collectors.joining(" or "))));
    }
}
