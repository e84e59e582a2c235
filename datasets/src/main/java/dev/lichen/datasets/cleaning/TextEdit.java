package dev.lichen.datasets.cleaning;

import java.util.List;

/**
 * What a step made of a text.
 *
 * @param text the text afterwards
 * @param findings what was changed or taken, a kind for each place, as {@code mail address}; empty if nothing was
 */
public record TextEdit(String text, List<String> findings) {

    public TextEdit {
        findings = List.copyOf(findings);
    }

    static TextEdit none(String text) {
        return new TextEdit(text, List.of());
    }

    /** Returns whether anything was changed. */
    public boolean changes() {
        return !findings.isEmpty();
    }
}
