package dev.lichen.lm.checkpoint;

/** States what a model folder's weights compute from the last hidden states. */
public enum ModelKind {
    /** A score for each word of the vocabulary. */
    LANGUAGE_MODEL("language-model"),
    /** One number for each position: a reward model or a critic. */
    SCALAR_MODEL("scalar-model");

    private final String code;

    ModelKind(String code) {
        this.code = code;
    }

    /** Returns the name of this kind in {@code lichen.json}. */
    public String code() {
        return code;
    }
}
