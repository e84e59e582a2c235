package dev.lichen.datasets.cleaning;

import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Page;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Applies the steps that change texts, in order; the page step concerns pages only. */
final class Edits {

    private final CleaningPlan plan;

    Edits(CleaningPlan plan) {
        this.plan = plan;
    }

    /**
     * A record after the steps.
     *
     * @param content the record
     * @param findings what each step that changed something found
     */
    record Edited(JsonRecord content, Map<CleaningStep, List<String>> findings) {}

    Edited apply(JsonRecord original) {
        Map<CleaningStep, List<String>> findings = new EnumMap<>(CleaningStep.class);
        JsonRecord edited = original;
        for (CleaningStep step : CleaningStep.values()) {
            if (step.edits() && plan.has(step) && (step != CleaningStep.PAGE || original instanceof Page)) {
                edited = RecordEdits.map(edited, text -> edit(step, text, findings));
            }
        }
        return new Edited(edited, findings);
    }

    private static String edit(CleaningStep step, String text, Map<CleaningStep, List<String>> findings) {
        TextEdit edit = editor(step).edit(text);
        if (edit.changes()) {
            findings.computeIfAbsent(step, key -> new ArrayList<>()).addAll(edit.findings());
        }
        return edit.text();
    }

    private static TextEditor editor(CleaningStep step) {
        return switch (step) {
            case PAGE -> PageCleaner::edit;
            case UNICODE -> UnicodeForm::edit;
            case CONTROL -> ControlCharacters::edit;
            case PERSONAL_DATA -> PersonalData::edit;
            default -> throw new IllegalArgumentException(step.label() + " does not change texts");
        };
    }
}
