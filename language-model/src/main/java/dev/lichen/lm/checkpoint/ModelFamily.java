package dev.lichen.lm.checkpoint;

import dev.lichen.lm.architecture.TransformerConfig;
import java.util.List;
import java.util.Map;

/** Knows how one family of models writes its shape in {@code config.json} and names its weights. */
interface ModelFamily {

    /** Returns the {@code model_type} of {@code config.json}. */
    String modelType();

    /** Reads the shape. */
    TransformerConfig read(JsonFields fields);

    /** Returns every field that states the shape, as older and newer readers want them. */
    Map<String, Object> write(TransformerConfig config, ModelKind kind);

    /** Returns Lichen's tensors, in order, each with the file's tensors it is made of. */
    List<WeightBinding> bindings(TransformerConfig config, ModelKind kind);

    /** Tells whether a tensor of this name may stand in a file without being used. */
    boolean ignores(String name);
}
