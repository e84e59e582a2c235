package dev.lichen.annotation.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.lichen.annotation.project.AuditEntry;
import dev.lichen.annotation.project.AuditTrail;
import dev.lichen.annotation.store.CanonicalJson;
import dev.lichen.annotation.store.EventKind;
import dev.lichen.annotation.store.LedgerHead;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What was done in a project or in the whole installation, newest first, and the ledger's head to be kept elsewhere. */
final class AuditForm extends Div {

    private static final int PAGE = 50;
    private static final int LONGEST_DETAILS = 160;
    private static final int HASH_SHOWN = 12;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final String ALL = "";

    private final AuditTrail trail;
    private final UUID me;
    private final UUID scope;
    private final Choice kind = new Choice(ALL).with(ALL, getTranslation("audit.all"));
    private final Div pages = new Div();

    AuditForm(RecordDesk desk, UUID me, UUID scope) {
        this.trail = desk.trail();
        this.me = me;
        this.scope = scope;
        addClassName("form");
        AuditTrail.KINDS.forEach(one -> kind.with(one.name(), name(one)));
        kind.addValueChangeListener(change -> begin());
        LedgerHead head = desk.ledger().head();
        add(
                Parts.panel(
                        getTranslation("audit.head"),
                        Parts.quiet(getTranslation("audit.head.help")),
                        Parts.of("hash", new Code(head.seq() + " " + head.hash()))),
                Parts.panel(
                        getTranslation("audit.events"),
                        Parts.quiet(getTranslation("audit.help")),
                        Parts.field(getTranslation("audit.kind"), kind),
                        pages));
        begin();
    }

    private void begin() {
        pages.removeAll();
        more(Long.MAX_VALUE);
    }

    private void more(long before) {
        List<AuditEntry> entries = trail.page(me, scope, kinds(), before, PAGE);
        if (entries.isEmpty()) {
            pages.add(Parts.quiet(getTranslation("audit.none")));
            return;
        }
        pages.add(Parts.table(
                List.of(
                        getTranslation("audit.number"),
                        getTranslation("audit.when"),
                        getTranslation("audit.who"),
                        getTranslation("audit.what"),
                        getTranslation("audit.details")),
                entries.stream().map(this::row).toList()));
        if (entries.size() == PAGE) {
            Div older = Parts.row();
            older.add(Parts.quietButton(getTranslation("audit.older"), () -> {
                pages.remove(older);
                more(entries.getLast().seq());
            }));
            pages.add(older);
        }
    }

    private List<EventKind> kinds() {
        return kind.getValue().equals(ALL) ? AuditTrail.KINDS : List.of(EventKind.valueOf(kind.getValue()));
    }

    private List<Component> row(AuditEntry entry) {
        String when = Parts.moment(entry.happenedAt());
        String who = entry.who();
        Span details = new Span(Parts.start(details(entry), LONGEST_DETAILS));
        details.setTitle(entry.subject() + " " + entry.details());
        return List.of(
                new Span(String.valueOf(entry.seq())),
                new Span(when),
                new Span(who == null ? getTranslation("audit.program") : who),
                new Span(name(entry.kind())),
                details);
    }

    /** Returns what is noted as "name value" pairs; hashes are cut short, for they stand in the ledger. */
    private static String details(AuditEntry entry) {
        return CanonicalJson.tree(entry.details()).properties().stream()
                .map(field -> field.getKey() + " " + value(field.getValue()))
                .collect(Collectors.joining(" · "));
    }

    private static String value(JsonNode value) {
        String text = value.isValueNode() ? value.asText() : CanonicalJson.write(value);
        return HASH.matcher(text).matches() ? text.substring(0, HASH_SHOWN) + "…" : text;
    }

    private String name(EventKind one) {
        return getTranslation("audit.kind." + one.name());
    }
}
