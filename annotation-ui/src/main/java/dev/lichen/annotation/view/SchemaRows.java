package dev.lichen.annotation.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Input;
import dev.lichen.annotation.project.AnswerSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Criteria and flags to be edited, a row each. */
final class SchemaRows extends Div {

    private static final int USUAL_LOWEST = 1;
    private static final int USUAL_HIGHEST = 5;

    private final List<CriterionRow> criteria = new ArrayList<>();
    private final List<NameRow> flags = new ArrayList<>();
    private final Div criterionRows = Parts.of("form");
    private final Div flagRows = Parts.of("form");

    SchemaRows(AnswerSchema schema) {
        addClassName("form");
        schema.criteria().forEach(this::add);
        schema.flags().forEach(this::add);
        add(
                new H3(getTranslation("schema.criteria")),
                criterionRows,
                Parts.row(Parts.quietButton(
                        getTranslation("schema.criteria.add"),
                        () -> add(new AnswerSchema.Criterion("", Map.of(), USUAL_LOWEST, USUAL_HIGHEST)))),
                new H3(getTranslation("schema.flags")),
                flagRows,
                Parts.row(Parts.quietButton(
                        getTranslation("schema.flags.add"), () -> add(new AnswerSchema.FlagCode("", Map.of())))));
    }

    /** What names a criterion or flag. */
    private record NameRow(Input code, Input english, Input chinese, Map<String, String> before) {

        NameRow(String code, Map<String, String> labels) {
            this(
                    Parts.input("text", code),
                    Parts.input("text", labels.getOrDefault("en", "")),
                    Parts.input("text", labels.getOrDefault("zh", "")),
                    labels);
        }

        String text() {
            return code.getValue().strip();
        }

        /** Names in other languages stay; an empty name is none. */
        Map<String, String> labels() {
            Map<String, String> labels = new HashMap<>(before);
            labels.put("en", english.getValue().strip());
            labels.put("zh", chinese.getValue().strip());
            labels.values().removeIf(String::isEmpty);
            return labels;
        }
    }

    private record CriterionRow(NameRow name, Input lowest, Input highest) {}

    /**
     * Returns what the rows say.
     *
     * @throws NumberFormatException if an end of a scale is no number
     * @throws dev.lichen.annotation.project.ProjectException if they are no schema
     */
    AnswerSchema schema() {
        return new AnswerSchema(
                criteria.stream()
                        .map(row -> new AnswerSchema.Criterion(
                                row.name().text(),
                                row.name().labels(),
                                Integer.parseInt(row.lowest().getValue().strip()),
                                Integer.parseInt(row.highest().getValue().strip())))
                        .toList(),
                flags.stream()
                        .map(row -> new AnswerSchema.FlagCode(row.text(), row.labels()))
                        .toList());
    }

    private void add(AnswerSchema.Criterion criterion) {
        CriterionRow row = new CriterionRow(
                new NameRow(criterion.code(), criterion.labels()),
                Parts.input("number", String.valueOf(criterion.lowest())),
                Parts.input("number", String.valueOf(criterion.highest())));
        criteria.add(row);
        Div fields = names(row.name());
        fields.add(
                Parts.field(getTranslation("schema.lowest"), row.lowest()),
                Parts.field(getTranslation("schema.highest"), row.highest()));
        show(criterionRows, fields, row.name(), () -> criteria.remove(row));
    }

    private void add(AnswerSchema.FlagCode flag) {
        NameRow row = new NameRow(flag.code(), flag.labels());
        flags.add(row);
        show(flagRows, names(row), row, () -> flags.remove(row));
    }

    private Div names(NameRow row) {
        return Parts.of(
                "fields",
                Parts.field(getTranslation("schema.code"), row.code()),
                Parts.field(getTranslation("schema.english"), row.english()),
                Parts.field(getTranslation("schema.chinese"), row.chinese()));
    }

    /** A row is a group of its own for those who listen, named by its code. */
    private void show(Div rows, Div fields, NameRow row, Runnable forget) {
        Div whole = Parts.of("schema-row", fields);
        String name = row.text().isEmpty() ? getTranslation("schema.new") : row.text();
        whole.getElement().setAttribute("role", "group").setAttribute("aria-label", name);
        whole.add(Parts.quietButton(getTranslation("schema.remove", name), () -> {
            forget.run();
            rows.remove(whole);
        }));
        rows.add(whole);
    }
}
