package dev.lichen.annotation.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.lichen.annotation.project.Guideline;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.project.Projects;
import dev.lichen.annotation.rendering.MarkdownText;
import java.util.List;
import java.util.UUID;

/** The rules for annotators: the version in force, a new one to publish, and all that ever were. */
final class GuidelinesForm extends Div {

    private static final int HASH_SHOWN = 12;

    private final Projects projects;
    private final MarkdownText markdown;
    private final UUID me;
    private final Project project;
    private final boolean leads;

    GuidelinesForm(Projects projects, MarkdownText markdown, UUID me, Project project, boolean leads) {
        this.projects = projects;
        this.markdown = markdown;
        this.me = me;
        this.project = project;
        this.leads = leads;
        addClassName("form");
        show();
    }

    private void show() {
        removeAll();
        List<Guideline> versions = projects.guidelines(project.id());
        Guideline now = versions.getFirst();
        Div text = Parts.of("prose");
        text.getElement().setProperty("innerHTML", markdown.html(now.markdown()));
        add(Parts.panel(getTranslation("guidelines.now", now.version()), text));
        if (leads) {
            add(editor(now));
        }
        add(Parts.panel(
                getTranslation("guidelines.versions"),
                Parts.table(
                        List.of(getTranslation("guidelines.version"), getTranslation("guidelines.since"), "SHA-256"),
                        versions.stream().map(GuidelinesForm::row).toList())));
    }

    private Component editor(Guideline now) {
        LongText text = new LongText(14);
        text.setValue(now.markdown());
        Div preview = Parts.of("prose");
        ErrorLine error = new ErrorLine();
        return Parts.panel(
                getTranslation("guidelines.edit"),
                Parts.field(getTranslation("guidelines.text"), text),
                error,
                Parts.row(
                        Parts.button(
                                getTranslation("guidelines.publish"), () -> error.attempt(() -> publish(now, text))),
                        Parts.quietButton(
                                getTranslation("guidelines.preview"),
                                () -> preview.getElement().setProperty("innerHTML", markdown.html(text.getValue())))),
                preview);
    }

    private void publish(Guideline now, LongText text) {
        if (!text.getValue().equals(now.markdown())) {
            projects.publishGuideline(me, project.id(), text.getValue());
        }
        show();
    }

    private static List<Component> row(Guideline guideline) {
        return List.of(
                new Span(String.valueOf(guideline.version())),
                new Span(Parts.moment(guideline.publishedAt())),
                new Code(guideline.sha256().substring(0, HASH_SHOWN)));
    }
}
