package dev.lichen.datasets.cleaning;

import java.text.Normalizer;
import java.util.List;

/** Gives texts Unicode's composed form, NFC, so that what looks the same is the same. */
final class UnicodeForm {

    private UnicodeForm() {}

    static TextEdit edit(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? TextEdit.none(text)
                : new TextEdit(Normalizer.normalize(text, Normalizer.Form.NFC), List.of("composed form"));
    }
}
