package dev.lichen.datasets.cleaning;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A step of cleaning; steps run in this order. */
public enum CleaningStep {
    /** Menus, notices, lists of links and advertising leave pages of text. */
    PAGE("menus, notices, link lists and advertising leave pages of text", true),
    /** Text gets Unicode's composed form, NFC. */
    UNICODE("text gets Unicode's composed form, NFC", true),
    /** Characters that control and do not show leave, as U+0000, U+200B, bidirectional overrides. */
    CONTROL("characters that control and do not show leave", true),
    /** Mail addresses, phone, identity and card numbers become placeholders. */
    PERSONAL_DATA("mail addresses, phone, identity and card numbers become placeholders", true),
    /** Records in other languages than those asked for leave. */
    LANGUAGE("records in other languages than those asked for leave", false),
    /** Blank, broken and endlessly repeating texts leave. */
    QUALITY("blank, broken and endlessly repeating texts leave", false),
    /** Records that repeat an earlier one leave. */
    EXACT_DUPLICATES("records that repeat an earlier one leave", false),
    /** Records that nearly repeat an earlier one leave. */
    NEAR_DUPLICATES("records that nearly repeat an earlier one leave", false);

    private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final String description;
    private final boolean edits;

    CleaningStep(String description, boolean edits) {
        this.description = description;
        this.edits = edits;
    }

    /** Returns the name by which people call the step, in lower case with hyphens. */
    public String label() {
        return label;
    }

    /** Returns what the step does, in a few words. */
    public String description() {
        return description;
    }

    /** Returns whether the step changes texts; the others remove records. */
    public boolean edits() {
        return edits;
    }

    /** Returns every step. */
    public static Set<CleaningStep> all() {
        return EnumSet.allOf(CleaningStep.class);
    }

    /** Returns the step of this name, if there is one. */
    public static Optional<CleaningStep> named(String label) {
        return Arrays.stream(values()).filter(step -> step.label.equals(label)).findFirst();
    }
}
