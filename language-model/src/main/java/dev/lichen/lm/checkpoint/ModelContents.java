package dev.lichen.lm.checkpoint;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Holds what is written into a model folder.
 *
 * @param config the shape and the other fields of {@code config.json}
 * @param kind what the weights compute
 * @param weights the weights under Lichen's names
 * @param storage the number format of the weights in the file
 * @param properties what {@code config.json} has no place for, as plain values: written to {@code lichen.json}
 * @param companions writes further files, those of the tokenizer first of all
 */
public record ModelContents(
        HuggingFaceConfig config,
        ModelKind kind,
        TensorSource weights,
        ElementType storage,
        Map<String, Object> properties,
        AtomicWrite.PathWriter companions) {

    /** Copies the properties. */
    public ModelContents {
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }

    /** Returns a model's weights in float32, without companions. */
    public static ModelContents of(HuggingFaceConfig config, ModelKind kind, TensorSource weights) {
        return new ModelContents(config, kind, weights, ElementType.FLOAT32, Map.of(), folder -> {});
    }

    /** Returns the same, stored in this number format. */
    public ModelContents storedAs(ElementType format) {
        return new ModelContents(config, kind, weights, format, properties, companions);
    }

    /** Returns the same with these files as well, such as {@code tokenizer::save}. */
    public ModelContents with(AtomicWrite.PathWriter files) {
        AtomicWrite.PathWriter both = folder -> {
            companions.writeTo(folder);
            files.writeTo(folder);
        };
        return new ModelContents(config, kind, weights, storage, properties, both);
    }

    /** Returns the same with one more property, a plain value. */
    public ModelContents with(String property, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(properties);
        more.put(property, value);
        return new ModelContents(config, kind, weights, storage, more, companions);
    }
}
