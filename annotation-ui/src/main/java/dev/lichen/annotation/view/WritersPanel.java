package dev.lichen.annotation.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.lichen.annotation.project.Items;
import dev.lichen.annotation.project.StoredAnswer;
import dev.lichen.annotation.project.StoredItem;
import dev.lichen.annotation.queue.ShownAnswer;
import dev.lichen.annotation.store.CanonicalJson;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Says who wrote the answers of an item, and how, to whoever asks for it; that they did is an event of the ledger. */
final class WritersPanel extends Div {

    private final Items items;
    private final UUID me;
    private final SeenItem seen;

    WritersPanel(Items items, UUID me, SeenItem seen) {
        this.items = items;
        this.me = me;
        this.seen = seen;
        addClassName("panel");
        add(
                new H2(getTranslation("writers.title")),
                Parts.quiet(getTranslation("writers.help")),
                Parts.row(Parts.quietButton(getTranslation("writers.show"), this::unblind)));
    }

    private void unblind() {
        StoredItem known = items.unblind(me, seen.id());
        removeAll();
        add(
                new H2(getTranslation("writers.title")),
                Parts.table(
                        List.of(
                                getTranslation("writers.answer"),
                                getTranslation("writers.writer"),
                                getTranslation("writers.details")),
                        IntStream.range(0, seen.answers().size())
                                .boxed()
                                .flatMap(position -> rows(known, position))
                                .toList()),
                Parts.quiet(getTranslation("writers.item")),
                details(attributes(known)));
    }

    /** Answers with the same text have one letter, whoever wrote them. */
    private Stream<List<Component>> rows(StoredItem known, int position) {
        int shown = seen.answers().get(position).slot();
        return known.answers().stream()
                .filter(answer -> answer.shownAs() == shown)
                .map(answer -> row(ShownAnswer.letter(position), answer));
    }

    private List<Component> row(String letter, StoredAnswer answer) {
        String writer = answer.answer().generator();
        ObjectNode extra = CanonicalJson.object();
        answer.answer().extra().addTo(extra);
        return List.of(new Span(letter), new Span(writer == null ? "–" : writer), details(extra));
    }

    private static ObjectNode attributes(StoredItem known) {
        ObjectNode attributes = CanonicalJson.object();
        attributes
                .put("id", known.attributes().id())
                .put("source", known.attributes().source());
        known.attributes().extra().addTo(attributes);
        return attributes;
    }

    private static Component details(ObjectNode fields) {
        List<String> lines = new ArrayList<>();
        flatten("", fields, lines);
        if (lines.isEmpty()) {
            return new Span("–");
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("details");
        lines.forEach(line -> list.add(new ListItem(new Code(line))));
        return list;
    }

    /** Writes {@code sampler.temperature: 0.7}, a line a value. */
    private static void flatten(String prefix, ObjectNode fields, List<String> lines) {
        fields.properties().forEach(field -> {
            JsonNode value = field.getValue();
            String name = prefix + field.getKey();
            if (value instanceof ObjectNode inner) {
                flatten(name + ".", inner, lines);
            } else if (!value.isNull()) {
                lines.add(name + ": " + (value.isTextual() ? value.textValue() : CanonicalJson.write(value)));
            }
        });
    }
}
