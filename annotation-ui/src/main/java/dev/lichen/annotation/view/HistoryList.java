package dev.lichen.annotation.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Span;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.project.SearchWords;
import dev.lichen.annotation.queue.History;
import dev.lichen.annotation.queue.HistoryEntry;
import dev.lichen.annotation.store.JudgementOutcome;
import java.util.List;
import java.util.UUID;

/** A person's own judgements in a project, the newest first, to be found by words and outcome and opened again. */
final class HistoryList extends Div {

    private static final int PAGE = 50;
    private static final int LONGEST_QUESTION = 120;
    private static final String ANY = "";

    private final History history;
    private final UUID me;
    private final Project project;
    private final Input words = Parts.input("search", "");
    private final Choice outcome = new Choice(ANY).with(ANY, getTranslation("history.any"));
    private final Div pages = Parts.of("form");
    private final Div none = Parts.of("quiet");

    HistoryList(History history, UUID me, Project project) {
        this.history = history;
        this.me = me;
        this.project = project;
        addClassName("form");
        for (JudgementOutcome one : JudgementOutcome.values()) {
            outcome.with(one.name(), getTranslation("outcome." + one.name()));
        }
        words.addValueChangeListener(change -> search());
        outcome.addValueChangeListener(change -> search());
        none.getElement().setAttribute("role", "status");
        search();
        if (pages.getComponentCount() > 0) {
            addComponentAsFirst(Parts.of(
                    "fields",
                    Parts.field(getTranslation("history.words"), words),
                    Parts.field(getTranslation("history.outcome"), outcome)));
        }
        add(none, pages);
    }

    private void search() {
        pages.removeAll();
        more(Long.MAX_VALUE);
        boolean empty = pages.getComponentCount() == 0;
        none.setText(
                empty
                        ? getTranslation(filter().equals(History.Filter.all()) ? "history.none" : "history.unfound")
                        : "");
    }

    private History.Filter filter() {
        String chosen = outcome.getValue();
        return new History.Filter(
                new SearchWords(words.getValue()), chosen.equals(ANY) ? null : JudgementOutcome.valueOf(chosen));
    }

    private void more(long before) {
        List<HistoryEntry> oneMore = history.page(me, project.id(), filter(), before, PAGE + 1);
        List<HistoryEntry> entries = oneMore.subList(0, Math.min(PAGE, oneMore.size()));
        if (entries.isEmpty()) {
            return;
        }
        pages.add(Parts.table(
                List.of(
                        getTranslation("history.question"),
                        getTranslation("history.outcome"),
                        getTranslation("history.when")),
                entries.stream().map(this::row).toList()));
        if (oneMore.size() > PAGE) {
            Div older = Parts.row();
            older.add(Parts.quietButton(getTranslation("history.older"), () -> {
                pages.remove(older);
                more(entries.getLast().place());
            }));
            pages.add(older);
        }
    }

    private List<Component> row(HistoryEntry entry) {
        String start = Parts.start(entry.question(), LONGEST_QUESTION);
        boolean open = entry.outcome() != JudgementOutcome.SKIP && entry.outcome() != JudgementOutcome.FLAGGED;
        Component text =
                open ? new Anchor("work/" + project.slug() + "/" + entry.assignment(), start) : new Span(start);
        Div said = new Div(new Span(getTranslation("outcome." + entry.outcome().name())));
        if (entry.revision() > 1) {
            said.add(Parts.quiet(getTranslation("history.revision", entry.revision())));
        }
        if (entry.returnedBecause() != null) {
            said.add(Parts.quiet(getTranslation("history.returned", entry.returnedBecause())));
        }
        return List.of(text, said, new Span(Parts.moment(entry.submittedAt())));
    }
}
