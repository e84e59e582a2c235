package dev.lichen.annotation.view;

import com.vaadin.flow.component.html.Div;
import dev.lichen.annotation.exchange.ExportFormats;
import dev.lichen.annotation.exchange.ExportKind;
import dev.lichen.annotation.exchange.ExportRequest;
import dev.lichen.annotation.exchange.FileForm;
import dev.lichen.annotation.project.Project;
import dev.lichen.datasets.format.Format;
import java.util.UUID;

/** Files to take away: the usual ones at once, any other by choice, and those of before once more. */
final class ExportForm extends Div {

    private final RecordDesk desk;
    private final UUID me;
    private final Project project;
    private final ExportProgress progress;
    private final ExportChoice choice;
    private final ErrorLine error = new ErrorLine();
    private final Div usual = new Div();
    private final Div chosen = new Div();
    private final Div repeated = new Div();
    private final Div past = new Div();

    ExportForm(RecordDesk desk, UUID me, Project project) {
        this.desk = desk;
        this.me = me;
        this.project = project;
        addClassName("form");
        progress = new ExportProgress(desk.prepared(), me, project, this::listPast);
        choice = new ExportChoice(desk.ledger(), desk.past().of(me, project.id(), 0, ExportChoice.MOMENTS));
        add(usual(), choose(), past());
        listPast();
    }

    private Div usual() {
        return Parts.panelled(
                getTranslation("project.export"),
                Parts.quiet(getTranslation("export.help")),
                Parts.row(
                        Parts.button(
                                getTranslation("export.usual"), () -> begin(ExportFormats.usual(ExportKind.RANKINGS))),
                        Parts.quietButton(getTranslation("export.own"), () -> begin(ExportFormats.OWN))),
                Parts.quiet(getTranslation("export.usual.help")),
                usual);
    }

    private Div choose() {
        return Parts.panelled(
                getTranslation("export.choose"),
                choice,
                error,
                Parts.row(Parts.button(getTranslation("export.start"), this::begin)),
                chosen);
    }

    private Div past() {
        return Parts.panelled(
                getTranslation("export.past"), Parts.quiet(getTranslation("export.past.help")), repeated, past);
    }

    private void listPast() {
        past.removeAll();
        past.add(new PastExportTable(desk.past(), me, project.id(), this::again));
    }

    /** What becomes of a file is told where it was asked for. */
    private void begin(Format format) {
        usual.add(progress);
        ExportRequest what =
                ExportRequest.in(format, ExportKind.RANKINGS, desk.ledger().head());
        progress.begin(what, FileForm.JSON_LINES);
    }

    private void begin() {
        error.setText("");
        choice.request()
                .ifPresentOrElse(this::begin, () -> error.setText(getTranslation("export.no-moment", choice.moment())));
    }

    private void begin(ExportRequest what) {
        chosen.add(progress);
        progress.begin(what, choice.form());
    }

    private void again(PastExportTable.Repeatable before) {
        repeated.add(progress);
        progress.beginAgain(before);
    }
}
