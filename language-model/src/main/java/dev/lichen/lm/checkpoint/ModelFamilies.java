package dev.lichen.lm.checkpoint;

import java.util.List;
import java.util.stream.Collectors;

/** Lists the families of models that can be read. */
final class ModelFamilies {

    private static final List<ModelFamily> ALL = List.of(new LlamaFamily());

    private ModelFamilies() {}

    /** Returns the family that a configuration names. */
    static ModelFamily of(JsonFields fields) {
        String type = fields.text("model_type", "");
        return ALL.stream()
                .filter(family -> family.modelType().equals(type))
                .findFirst()
                .orElseThrow(() -> fields.bad("model_type", "one of the supported: " + supported()));
    }

    /** Returns the family in which models made here are written. */
    static ModelFamily standard() {
        return ALL.getFirst();
    }

    private static String supported() {
        return ALL.stream().map(ModelFamily::modelType).collect(Collectors.joining(", "));
    }
}
