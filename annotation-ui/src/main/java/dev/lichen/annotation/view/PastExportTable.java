package dev.lichen.annotation.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import dev.lichen.annotation.exchange.ExportFormats;
import dev.lichen.annotation.exchange.ExportRequest;
import dev.lichen.annotation.exchange.PastExport;
import dev.lichen.annotation.exchange.PastExports;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** What was exported from a project, newest first, and a way to get each file again. */
final class PastExportTable extends Div {

    private static final int PAGE = 20;
    private static final int HASH_SHOWN = 12;

    private final PastExports past;
    private final UUID me;
    private final UUID project;
    private final Consumer<Repeatable> again;

    /** A past export of which it is known what was asked for. */
    record Repeatable(PastExport past, ExportRequest request) {}

    PastExportTable(PastExports past, UUID me, UUID project, Consumer<Repeatable> again) {
        this.past = past;
        this.me = me;
        this.project = project;
        this.again = again;
        more(0);
    }

    private void more(int offset) {
        List<PastExport> page = past.of(me, project, offset, PAGE);
        if (page.isEmpty()) {
            add(Parts.quiet(getTranslation(offset == 0 ? "export.past.none" : "audit.none")));
            return;
        }
        add(Parts.table(
                List.of(
                        getTranslation("export.past.when"),
                        getTranslation("export.past.who"),
                        getTranslation("export.past.what"),
                        getTranslation("export.past.records"),
                        getTranslation("export.past.hash"),
                        getTranslation("export.past.moment"),
                        getTranslation("export.past.again")),
                page.stream().map(this::row).toList()));
        if (page.size() == PAGE) {
            Div older = Parts.row();
            older.add(Parts.quietButton(getTranslation("audit.older"), () -> {
                remove(older);
                more(offset + PAGE);
            }));
            add(older);
        }
    }

    private List<Component> row(PastExport one) {
        String by = one.by();
        return List.of(
                new Span(Parts.moment(one.exportedAt())),
                new Span(by == null ? getTranslation("export.unknown") : by),
                new Span(what(one)),
                new Span(String.valueOf(one.records())),
                hash(one.sha256(), one.sha256()),
                hash(one.asOf().seq() + " " + one.asOf().hash(), one.asOf().hash()),
                repeat(one));
    }

    private String what(PastExport one) {
        ExportRequest request = one.request();
        return request == null
                ? getTranslation("export.unknown")
                : getTranslation("export.kind.short." + request.kind().name()) + " · "
                        + ExportFormats.name(request.format()) + " · ."
                        + one.form().ending();
    }

    private static Component hash(String whole, String hash) {
        Code code = new Code(whole.replace(hash, hash.substring(0, Math.min(HASH_SHOWN, hash.length())) + "…"));
        code.setTitle(whole);
        return code;
    }

    private Component repeat(PastExport one) {
        ExportRequest request = one.request();
        if (request == null) {
            return new Span("–");
        }
        NativeButton button =
                Parts.quietButton(getTranslation("export.again"), () -> again.accept(new Repeatable(one, request)));
        button.setAriaLabel(getTranslation("export.again.of", Parts.moment(one.exportedAt())));
        return button;
    }
}
