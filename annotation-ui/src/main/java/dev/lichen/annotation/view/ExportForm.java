package dev.lichen.annotation.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.lichen.annotation.exchange.ExportKind;
import dev.lichen.annotation.project.Project;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Files to take away; each export is an event of the ledger. */
final class ExportForm extends Div {

    ExportForm(Project project) {
        add(Parts.panel(
                getTranslation("project.export"),
                Parts.quiet(getTranslation("export.help")),
                Parts.table(
                        List.of(getTranslation("export.kind"), getTranslation("export.file")),
                        Arrays.stream(ExportKind.values())
                                .map(kind -> row(project, kind))
                                .toList())));
    }

    private List<Component> row(Project project, ExportKind kind) {
        String name = kind.name().toLowerCase(Locale.ROOT);
        Anchor file = new Anchor(
                "workbench/api/projects/" + project.slug() + "/export/" + name, project.slug() + "-" + name + ".jsonl");
        file.getElement().setAttribute("download", true).setAttribute("router-ignore", true);
        return List.of(new Span(getTranslation("export." + name)), file);
    }
}
