package dev.lichen.annotation.view;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.lichen.annotation.exchange.ExportReport;
import dev.lichen.annotation.exchange.ExportRequest;
import dev.lichen.annotation.exchange.FileForm;
import dev.lichen.annotation.exchange.PreparedExport;
import dev.lichen.annotation.exchange.PreparedExports;
import dev.lichen.annotation.project.Project;
import dev.lichen.datasets.formats.ConversionReport;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file that is being written, how far it is, and once it is there, what was lost; it is fetched at once. */
final class ExportProgress extends Div {

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final PreparedExports prepared;
    private final UUID me;
    private final Project project;
    private final Runnable whenDone;
    private @Nullable PreparedExport current;
    private PastExportTable.@Nullable Repeatable past;
    private final Polling polling = new Polling(this, PAUSE, this::refresh);

    ExportProgress(PreparedExports prepared, UUID me, Project project, Runnable whenDone) {
        this.prepared = prepared;
        this.me = me;
        this.project = project;
        this.whenDone = whenDone;
        addClassName("form");
        getElement().setAttribute("role", "status");
    }

    void begin(ExportRequest what, FileForm form) {
        begin(what, form, null);
    }

    /** Makes a file of before again, which is then compared to it. */
    void beginAgain(PastExportTable.Repeatable again) {
        begin(again.request(), again.past().form(), again);
    }

    private void begin(ExportRequest what, FileForm form, PastExportTable.@Nullable Repeatable before) {
        past = before;
        current = prepared.begin(me, project, what, form);
        polling.begin();
        refresh();
    }

    /** Names what is lost in the reader's language, or as it names itself where there is no word yet. */
    static String loss(String name) {
        String key = "loss." + name.replaceAll("\\P{Alnum}+", "-").replaceAll("-$", "");
        String translated = UI.getCurrent().getTranslation(key);
        return translated.equals(key) ? name : translated;
    }

    private void refresh() {
        PreparedExport export = current;
        if (export == null) {
            return;
        }
        removeAll();
        ExportReport report = export.report();
        if (export.isUnderWay()) {
            add(Parts.quiet(getTranslation("export.working", export.records())));
            return;
        }
        polling.end();
        if (report == null) {
            ErrorLine failed = new ErrorLine();
            failed.setText(getTranslation("export.failed") + " " + export.failure());
            add(failed);
        } else {
            done(export, report);
        }
    }

    private void done(PreparedExport export, ExportReport report) {
        String name = String.valueOf(export.file().getFileName());
        Anchor file = Parts.link(
                "workbench/api/projects/" + project.slug() + "/exports/" + export.id(),
                getTranslation("export.fetch", name));
        file.getElement().setAttribute("download", true).setAttribute("router-ignore", true);
        add(
                new Paragraph(
                        new Span(getTranslation("export.done", report.records()) + " "),
                        Parts.of("hash", new Code("SHA-256 " + report.sha256()))),
                Parts.row(file));
        PastExportTable.Repeatable before = past;
        if (before != null) {
            boolean same = before.past().sha256().equals(report.sha256());
            add(Parts.quiet(getTranslation(
                    same ? "export.same" : "export.differs",
                    Parts.moment(before.past().exportedAt()))));
        }
        count("export.lost", report.written().losses());
        count("export.left", report.written().unwritable());
        report.written()
                .neutralised()
                .forEach(column ->
                        add(Parts.quiet(getTranslation("export.neutralised", column.count(), column.name()))));
        file.getElement().executeJs("this.click()");
        whenDone.run();
    }

    private void count(String key, List<ConversionReport.Count> counts) {
        counts.forEach(count -> add(Parts.quiet(getTranslation(key, count.count(), loss(count.name())))));
    }
}
