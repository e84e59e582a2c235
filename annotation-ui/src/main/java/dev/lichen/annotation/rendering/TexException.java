package dev.lichen.annotation.rendering;

/** Signals TeX that is not understood; it is then shown as it was typed. */
final class TexException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TexException(String message) {
        super(message);
    }
}
