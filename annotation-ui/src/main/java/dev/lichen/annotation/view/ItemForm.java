package dev.lichen.annotation.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.lichen.annotation.account.Access;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.project.ListedItem;
import dev.lichen.annotation.queue.ItemJudgement;
import dev.lichen.annotation.queue.Purpose;
import dev.lichen.annotation.queue.ShownAnswer;
import dev.lichen.annotation.rendering.MarkdownText;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One item: what is asked, what people say of it, and what its leads want of it. */
final class ItemForm extends Div {

    private final ItemDesk desk;
    private final Access access;
    private final MarkdownText markdown;
    private final UUID me;
    private final ItemAddress address;

    ItemForm(ItemDesk desk, Access access, MarkdownText markdown, UUID me, ItemAddress address) {
        this.desk = desk;
        this.access = access;
        this.markdown = markdown;
        this.me = me;
        this.address = address;
        addClassName("form");
        show();
    }

    private void show() {
        removeAll();
        SeenItem seen = SeenItem.of(desk, me, address);
        UUID project = address.project().id();
        add(Parts.panel(getTranslation("item.handling"), figures(seen.listed())), texts(seen), judgements(seen));
        if (!seen.answers().isEmpty()) {
            add(new WritersPanel(desk.items(), me, seen));
        }
        if (access.has(me, project, Role.ADMIN)) {
            if (seen.answers().size() > 1) {
                add(new GoldForm(desk.gold(), me, seen, this::show));
            }
            add(new HandlingForm(desk.handling(), me, seen.listed(), this::show));
        }
        if (access.has(me, project, Role.ADMIN, Role.REVIEWER)) {
            add(new HoldForm(desk.items(), me, seen.listed(), this::show));
        }
    }

    private Component figures(ListedItem item) {
        DescriptionList figures = new DescriptionList();
        figures.addClassName("figures");
        figure(
                figures,
                "items.state",
                getTranslation("item.state." + item.state().name()));
        figure(figures, "items.judgements", item.handling().progress());
        figure(figures, "items.priority", String.valueOf(item.handling().priority()));
        figure(figures, "items.language", item.language());
        figure(figures, "items.source", item.source());
        return figures;
    }

    private void figure(DescriptionList figures, String name, @Nullable String value) {
        figures.add(new Div(
                new DescriptionList.Term(getTranslation(name)),
                new DescriptionList.Description(value == null ? "–" : value)));
    }

    private Component texts(SeenItem seen) {
        Div panel = Parts.panelled(getTranslation("item.texts"));
        String language = seen.item().attributes().language();
        seen.item()
                .prompt()
                .forEach(message -> panel.add(Prose.turn(markdown, message.role(), message.content(), language)));
        for (int position = 0; position < seen.answers().size(); position++) {
            Article article = new Article();
            article.addClassName("placed");
            article.add(
                    Parts.of("standing", new Span(getTranslation("work.answer", ShownAnswer.letter(position)))),
                    new Prose(markdown, seen.answers().get(position).answer().content(), language));
            panel.add(article);
        }
        seen.gold()
                .ifPresent(key -> panel.add(Parts.quiet(getTranslation(
                        "gold.expected", seen.notation(key.expected().values())))));
        return panel;
    }

    private Component judgements(SeenItem seen) {
        Div panel = Parts.panelled(getTranslation("item.judgements"));
        if (seen.judgements().isEmpty()) {
            panel.add(Parts.quiet(getTranslation("history.none")));
            return panel;
        }
        panel.add(
                Parts.quiet(getTranslation("item.judgements.help")),
                Parts.table(
                        List.of(
                                getTranslation("people.pseudonym"),
                                getTranslation("item.order"),
                                getTranslation("history.outcome"),
                                getTranslation("item.said"),
                                getTranslation("history.when")),
                        seen.judgements().stream().map(one -> row(seen, one)).toList()));
        return panel;
    }

    private List<Component> row(SeenItem seen, ItemJudgement judgement) {
        Div said =
                new Div(new Span(getTranslation("outcome." + judgement.outcome().name())));
        if (judgement.purpose() != Purpose.NORMAL) {
            said.add(Parts.quiet(
                    getTranslation("item.purpose." + judgement.purpose().name())));
        }
        if (judgement.revision() > 1) {
            said.add(Parts.quiet(getTranslation("history.revision", judgement.revision())));
        }
        String when = Parts.moment(judgement.submittedAt());
        return List.of(
                new Span(judgement.pseudonym()),
                order(seen, judgement),
                said,
                beyondTheOrder(seen, judgement),
                new Span(when));
    }

    private Component order(SeenItem seen, ItemJudgement judgement) {
        Div order = new Div(new Span(seen.notation(judgement.tiers())));
        Integer line = judgement.verdict().acceptableTier();
        if (line != null) {
            order.add(Parts.quiet(getTranslation(line == 0 ? "item.acceptable.none" : "item.acceptable", line)));
        }
        if (!judgement.verdict().strengths().isEmpty()) {
            order.add(new Strengths(judgement.verdict().strengths()));
        }
        return order;
    }

    /** Ratings and flags by letter, and what was written. */
    private Component beyondTheOrder(SeenItem seen, ItemJudgement judgement) {
        SchemaWords names =
                SchemaWords.of(desk.projects().schemas(address.project().id()));
        Div said = new Div();
        for (int position = 0; position < seen.answers().size(); position++) {
            int slot = seen.answers().get(position).slot();
            String words = names.said(
                    judgement.verdict().ratingsOf(slot), judgement.verdict().flagsOf(slot));
            if (!words.isEmpty()) {
                said.add(Parts.quiet(ShownAnswer.letter(position) + ": " + words));
            }
        }
        said.add(new WrittenWords(
                markdown, judgement.words(), seen.item().attributes().language()));
        return said;
    }
}
