package dev.lichen.annotation.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import dev.lichen.annotation.account.Access;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.project.Items;
import dev.lichen.annotation.project.Progress;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.project.StoredItem;
import dev.lichen.datasets.format.Format;
import dev.lichen.datasets.format.RecordKind;
import dev.lichen.datasets.formats.Formats;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** How far a project is, what waits for somebody to look, and where files come in. */
final class OverviewForm extends Div {

    private static final int SHOWN = 120;

    private final Items items;
    private final UUID me;
    private final Project project;
    private final Div held = new Div();
    private final ErrorLine error = new ErrorLine();

    OverviewForm(ItemDesk desk, UUID me, Project project, Access access) {
        this.items = desk.items();
        this.me = me;
        this.project = project;
        addClassName("form");
        add(Parts.panel(getTranslation("overview.progress"), progress()));
        if (access.has(me, project.id(), Role.ADMIN, Role.REVIEWER, Role.AUDITOR)) {
            desk.languages().unserved(me, project.id()).forEach(this::warnOf);
        }
        if (access.has(me, project.id(), Role.ADMIN)) {
            add(Parts.panel(
                    getTranslation("import.title"),
                    Parts.quiet(getTranslation("import.help")),
                    upload(),
                    models(),
                    formats()));
        }
        if (access.has(me, project.id(), Role.ADMIN, Role.REVIEWER)) {
            add(held);
            showHeld();
        }
    }

    private void warnOf(String language, long open) {
        Div warning = Parts.of("notice");
        warning.setText(getTranslation("overview.unserved", open, LanguageChoice.name(language)));
        add(warning);
    }

    private Component progress() {
        Progress now = items.progress(project.id());
        DescriptionList figures = new DescriptionList();
        figures.addClassName("figures");
        figure(figures, "overview.items", now.items());
        figure(figures, "overview.judgements", now.judgements());
        figure(figures, "overview.open", now.open());
        figure(figures, "overview.full", now.full());
        figure(figures, "overview.held", now.held());
        figure(figures, "overview.identical", now.identical());
        figure(figures, "overview.gold", now.gold());
        return figures;
    }

    private void figure(DescriptionList figures, String name, long value) {
        figures.add(new Div(
                new DescriptionList.Term(getTranslation(name)),
                new DescriptionList.Description(String.valueOf(value))));
    }

    private Component upload() {
        Div holder = new Div();
        Element upload = new Element("lichen-upload");
        upload.setAttribute("address", "workbench/api/projects/" + project.slug() + "/items");
        upload.setAttribute("label", getTranslation("import.file"));
        upload.setAttribute("judgements", getTranslation("import.judgements"));
        upload.setAttribute("action", getTranslation("import.start"));
        upload.setAttribute("working", getTranslation("import.working"));
        upload.setAttribute("done", getTranslation("import.done"));
        upload.setAttribute("kept", getTranslation("import.kept"));
        upload.setAttribute("failed", getTranslation("import.failed"));
        holder.getElement().appendChild(upload);
        return holder;
    }

    private Component models() {
        return new Anchor("projects/" + project.slug() + "/training", getTranslation("import.models"));
    }

    /** Lists the formats whose records can become items. */
    private Component formats() {
        UnorderedList list = new UnorderedList();
        Formats.all().stream()
                .filter(format -> format.kinds().contains(RecordKind.RANKING)
                        || format.kinds().contains(RecordKind.PROMPT))
                .sorted(Comparator.comparing(Format::name))
                .forEach(format -> list.add(new ListItem(new Span(format.name() + ": "), new Code(format.fields()))));
        return new NativeDetails(getTranslation("import.formats"), list);
    }

    private void showHeld() {
        held.removeAll();
        List<StoredItem> waiting = items.held(me, project.id());
        if (!waiting.isEmpty()) {
            held.add(Parts.panel(
                    getTranslation("overview.held.title", waiting.size()),
                    Parts.quiet(getTranslation("overview.held.help")),
                    error,
                    Parts.table(
                            List.of(
                                    getTranslation("overview.item"),
                                    getTranslation("overview.reason"),
                                    getTranslation("people.change")),
                            waiting.stream().map(this::heldRow).toList())));
        }
    }

    private List<Component> heldRow(StoredItem item) {
        String question = item.prompt().getLast().content();
        String reason = item.holdReason();
        return List.of(
                new Anchor(
                        "projects/" + project.slug() + "/items/" + item.number(),
                        "#" + item.number() + " " + Parts.start(question, SHOWN)),
                new Span(reason == null ? getTranslation("hold.reported") : reason),
                Parts.quietButton(
                        getTranslation("overview.release"),
                        () -> error.attempt(() -> items.release(me, item.id()), this::showHeld)));
    }
}
