package dev.lichen.annotation.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.lichen.annotation.project.AnswerSchema;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.project.Projects;
import dev.lichen.annotation.project.SchemaVersion;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** What is asked beyond the order: a new version to publish, and all that ever were. */
final class SchemaForm extends Div {

    private final Projects projects;
    private final UUID me;
    private final Project project;
    private final boolean leads;

    SchemaForm(Projects projects, UUID me, Project project, boolean leads) {
        this.projects = projects;
        this.me = me;
        this.project = project;
        this.leads = leads;
        addClassName("form");
        show();
    }

    private void show() {
        removeAll();
        List<SchemaVersion> versions = projects.schemas(project.id());
        if (leads) {
            add(editor(versions.getFirst()));
        }
        add(Parts.panel(
                getTranslation("guidelines.versions"),
                Parts.table(
                        List.of(
                                getTranslation("guidelines.version"),
                                getTranslation("guidelines.since"),
                                getTranslation("schema.criteria"),
                                getTranslation("schema.flags")),
                        versions.stream().map(this::row).toList())));
    }

    private Component editor(SchemaVersion now) {
        SchemaRows rows = new SchemaRows(now.schema());
        ErrorLine error = new ErrorLine();
        return Parts.panel(
                getTranslation("guidelines.now", now.version()),
                Parts.quiet(getTranslation("schema.help")),
                rows,
                error,
                Parts.row(Parts.button(
                        getTranslation("schema.publish"), () -> error.attempt(() -> publish(now, rows.schema())))));
    }

    private void publish(SchemaVersion now, AnswerSchema wanted) {
        if (!wanted.equals(now.schema())) {
            projects.publishSchema(me, project.id(), wanted);
        }
        show();
    }

    private List<Component> row(SchemaVersion version) {
        String criteria = version.schema().criteria().stream()
                .map(one -> one.code() + " " + one.lowest() + "–" + one.highest())
                .collect(Collectors.joining(", "));
        String flags = version.schema().flags().stream()
                .map(AnswerSchema.FlagCode::code)
                .collect(Collectors.joining(", "));
        return List.of(
                new Span(String.valueOf(version.version())),
                new Span(Parts.moment(version.publishedAt())),
                new Span(criteria.isEmpty() ? "–" : criteria),
                new Span(flags.isEmpty() ? "–" : flags));
    }
}
