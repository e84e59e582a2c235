package dev.lichen.annotation.view;

import com.vaadin.flow.component.html.Div;
import dev.lichen.annotation.exchange.ExportFormats;
import dev.lichen.annotation.exchange.ExportKind;
import dev.lichen.annotation.exchange.ExportRequest;
import dev.lichen.annotation.exchange.FileForm;
import dev.lichen.annotation.exchange.PastExports;
import dev.lichen.annotation.exchange.PreparedExports;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.store.Ledger;
import dev.lichen.datasets.format.Format;
import java.util.UUID;

/** Files to take away: the usual ones at once, any other by choice, and those of before once more. */
final class ExportForm extends Div {

    private final Ledger ledger;
    private final ExportProgress progress;
    private final ExportChoice choice;
    private final Div error = Parts.error();

    /** What the form works with. */
    record Store(PreparedExports prepared, PastExports past, Ledger ledger) {}

    ExportForm(Store store, UUID me, Project project) {
        this.ledger = store.ledger();
        addClassName("form");
        Div past = new Div();
        Runnable list = () -> {
            past.removeAll();
            past.add(new PastExportTable(store.past(), me, project.id(), this::again));
        };
        progress = new ExportProgress(store.prepared(), me, project, list);
        choice = new ExportChoice(store.ledger(), store.past().of(me, project.id(), 0, ExportChoice.MOMENTS));
        add(usual(), choose(), past);
        list.run();
    }

    private Div usual() {
        return Parts.panelled(
                getTranslation("project.export"),
                Parts.quiet(getTranslation("export.help")),
                Parts.row(
                        Parts.button(
                                getTranslation("export.usual"),
                                () -> begin(ExportFormats.usual(ExportKind.RANKINGS))),
                        Parts.quietButton(getTranslation("export.own"), () -> begin(ExportFormats.OWN))),
                Parts.quiet(getTranslation("export.usual.help")),
                progress);
    }

    private Div choose() {
        return Parts.panelled(
                getTranslation("export.choose"),
                choice,
                error,
                Parts.row(Parts.button(getTranslation("export.start"), this::begin)));
    }

    private void begin(Format format) {
        progress.begin(ExportRequest.in(format, ExportKind.RANKINGS, ledger.head()), FileForm.JSON_LINES);
    }

    private void begin() {
        error.setText("");
        choice.request()
                .ifPresentOrElse(
                        what -> progress.begin(what, choice.form()),
                        () -> error.setText(getTranslation("export.no-moment", choice.moment())));
    }

    private void again(PastExportTable.Repeatable past) {
        progress.beginAgain(past);
    }
}
