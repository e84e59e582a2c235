package dev.lichen.annotation.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.quality.Inquiries;
import dev.lichen.annotation.quality.Inquiry;
import dev.lichen.annotation.quality.Suspicion;
import dev.lichen.annotation.quality.Suspicions;
import java.util.List;
import java.util.UUID;

/** Patterns in people's work with the evidence for them, and what the people say about it. */
final class SuspicionPanel extends Div {

    private static final int SHOWN = 30;

    private final Inquiries inquiries;
    private final UUID me;
    private final Project project;
    private final boolean mayAsk;
    private final Div answers = new Div();
    private final ErrorLine error = new ErrorLine();

    SuspicionPanel(Inquiries inquiries, UUID me, Project project, List<Suspicion> suspicions, boolean mayAsk) {
        this.inquiries = inquiries;
        this.me = me;
        this.project = project;
        this.mayAsk = mayAsk;
        long percent = Math.round(100 * Suspicions.FALSE_ALARMS);
        add(Parts.panel(
                getTranslation("suspicion.title"),
                Parts.quiet(getTranslation("suspicion.help", percent)),
                suspicions.isEmpty()
                        ? Parts.quiet(getTranslation("quality.nothing"))
                        : Parts.table(
                                List.of(
                                        getTranslation("quality.annotator"),
                                        getTranslation("suspicion.pattern"),
                                        getTranslation("quality.share"),
                                        getTranslation("suspicion.bound"),
                                        getTranslation("suspicion.items"),
                                        getTranslation("quality.reading"),
                                        getTranslation("people.change")),
                                suspicions.stream().limit(SHOWN).map(this::row).toList()),
                error,
                answers));
        showAnswers();
    }

    private List<Component> row(Suspicion suspicion) {
        Span reading = new Span(getTranslation(suspicion.raised() ? "suspicion.raised" : "suspicion.not-raised"));
        return List.of(
                new Span(suspicion.pseudonym()),
                new Span(getTranslation("suspicion." + suspicion.pattern().name())),
                new Span(Parts.percent(suspicion.share())),
                new Span(Parts.percent(suspicion.pattern().bound())),
                new Span(String.valueOf(suspicion.n())),
                reading,
                suspicion.raised() && mayAsk
                        ? Parts.quietButton(getTranslation("suspicion.ask"), () -> error.attempt(() -> ask(suspicion)))
                        : new Span("–"));
    }

    private void ask(Suspicion suspicion) {
        inquiries.ask(me, project.id(), suspicion);
        showAnswers();
    }

    private void showAnswers() {
        answers.removeAll();
        List<Inquiry> asked = inquiries.ofProject(me, project.id());
        if (!asked.isEmpty()) {
            answers.add(Parts.table(
                    List.of(
                            getTranslation("quality.annotator"),
                            getTranslation("suspicion.pattern"),
                            getTranslation("suspicion.answer")),
                    asked.stream().map(this::row).toList()));
        }
    }

    private List<Component> row(Inquiry inquiry) {
        return List.of(
                new Span(inquiry.pseudonym()),
                new Span(getTranslation("suspicion." + inquiry.pattern().name())),
                new Span(inquiry.answer().orElse(getTranslation("suspicion.waiting"))));
    }
}
