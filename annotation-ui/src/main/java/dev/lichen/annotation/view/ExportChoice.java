package dev.lichen.annotation.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import dev.lichen.annotation.exchange.ExportFormats;
import dev.lichen.annotation.exchange.ExportKind;
import dev.lichen.annotation.exchange.ExportRequest;
import dev.lichen.annotation.exchange.FileForm;
import dev.lichen.annotation.exchange.PastExport;
import dev.lichen.annotation.store.Ledger;
import dev.lichen.annotation.store.LedgerHead;
import dev.lichen.datasets.files.FormulaPolicy;
import dev.lichen.datasets.format.Format;
import dev.lichen.datasets.formats.FormatPreview;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What to export, in which format and file, as of when; and what the chosen format has no place for. */
final class ExportChoice extends Div {

    /** So many moments of past exports are offered. */
    static final int MOMENTS = 20;

    private static final String NOW = "";
    private static final String OTHER = "other";

    private final Ledger ledger;
    private final Choice kind = new Choice(ExportKind.RANKINGS.name());
    private final Div formats = new Div();
    private final Choice container = new Choice(FileForm.Container.JSONL.name());
    private final Choice packing = new Choice(FileForm.Packing.NONE.name());
    private final Choice when = new Choice(NOW);
    private final Input other = Parts.input("text", "");
    private final Div otherField;
    private final Tick keepFormulas = new Tick(false);
    private final Div formulas = new Div(
            Parts.ticked(getTranslation("export.formulas"), keepFormulas),
            Parts.quiet(getTranslation("export.formulas.help")));
    private final Div losses = new Div();
    private Choice format = new Choice("");

    ExportChoice(Ledger ledger, List<PastExport> past) {
        this.ledger = ledger;
        addClassName("form");
        for (ExportKind one : ExportKind.values()) {
            kind.with(one.name(), getTranslation("export.kind." + one.name()));
        }
        for (FileForm.Container one : FileForm.Container.values()) {
            container.with(one.name(), getTranslation("export.file." + one.name()));
        }
        for (FileForm.Packing one : FileForm.Packing.values()) {
            packing.with(one.name(), getTranslation("export.packing." + one.name()));
        }
        otherField = Parts.field(getTranslation("export.moment.which"), other, getTranslation("export.moment.help"));
        losses.getElement().setAttribute("role", "status");
        offer(past);
        add(fields(), formulas, losses);
        kind.addValueChangeListener(change -> offerFormats());
        container.addValueChangeListener(change -> show());
        when.addValueChangeListener(change -> show());
        offerFormats();
    }

    /** Returns what is chosen; nothing if there was no such moment. */
    Optional<ExportRequest> request() {
        FormulaPolicy policy = keepFormulas.getValue() ? FormulaPolicy.KEEP : FormulaPolicy.NEUTRALISE;
        return head().map(head -> new ExportRequest(kind(), format(), head, 0, policy));
    }

    /** Returns how the file is to hold its records. */
    FileForm form() {
        return new FileForm(
                FileForm.Container.valueOf(container.getValue()), FileForm.Packing.valueOf(packing.getValue()));
    }

    /** Returns the moment, as it was written. */
    String moment() {
        return other.getValue().strip();
    }

    private Div fields() {
        Div fields = Parts.of(
                "fields",
                Parts.field(getTranslation("export.kind"), kind),
                formats,
                Parts.field(getTranslation("export.file"), container),
                Parts.field(getTranslation("export.packing"), packing),
                Parts.field(getTranslation("export.moment"), when),
                otherField);
        fields.addClassName("wide");
        return fields;
    }

    private void offer(List<PastExport> past) {
        Map<String, String> moments = new LinkedHashMap<>();
        past.forEach(one -> moments.putIfAbsent(
                one.asOf().hash(),
                getTranslation(
                        "export.moment.then",
                        Parts.moment(one.exportedAt()),
                        one.asOf().seq())));
        when.with(NOW, getTranslation("export.moment.now"));
        moments.forEach(when::with);
        when.with(OTHER, getTranslation("export.moment.other"));
    }

    private void offerFormats() {
        String usual = ExportFormats.name(ExportFormats.usual(kind()));
        format = new Choice(usual);
        ExportFormats.of(kind()).forEach(one -> format.with(ExportFormats.name(one), label(one)));
        format.addValueChangeListener(change -> show());
        formats.removeAll();
        formats.add(Parts.field(getTranslation("export.format"), format));
        show();
    }

    private String label(Format one) {
        return one.equals(ExportFormats.OWN) ? getTranslation("export.format.own") : one.name();
    }

    private void show() {
        otherField.setVisible(when.getValue().equals(OTHER));
        formulas.setVisible(form().isTable());
        losses.removeAll();
        FormatPreview preview = ExportFormats.preview(kind(), format());
        if (preview.losses().isEmpty() && preview.leftOut().isEmpty()) {
            losses.add(Parts.quiet(getTranslation("export.lossless")));
        }
        say("export.loses", preview.losses());
        say("export.leaves", preview.leftOut());
    }

    private void say(String title, List<String> reasons) {
        if (!reasons.isEmpty()) {
            UnorderedList list = new UnorderedList();
            reasons.forEach(reason -> list.add(new ListItem(ExportProgress.loss(reason))));
            losses.add(Parts.quiet(getTranslation(title)), list);
        }
    }

    private Optional<LedgerHead> head() {
        return switch (when.getValue()) {
            case NOW -> Optional.of(ledger.head());
            case OTHER -> ledger.headAt(moment());
            default -> ledger.headOf(when.getValue());
        };
    }

    private ExportKind kind() {
        return ExportKind.valueOf(kind.getValue());
    }

    private Format format() {
        return ExportFormats.named(format.getValue()).orElse(ExportFormats.OWN);
    }
}
