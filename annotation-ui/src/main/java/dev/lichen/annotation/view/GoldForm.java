package dev.lichen.annotation.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Input;
import dev.lichen.annotation.project.GoldItems;
import dev.lichen.annotation.project.GoldKey;
import dev.lichen.annotation.project.StoredAnswer;
import dev.lichen.annotation.queue.ItemJudgement;
import dev.lichen.annotation.queue.ItemJudgements;
import dev.lichen.annotation.queue.Purpose;
import dev.lichen.annotation.queue.ShownAnswer;
import dev.lichen.datasets.Tiers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The order that is expected of an item: a rank for each answer, or taken over from what people said. */
final class GoldForm extends Div {

    private static final String USUAL_TOLERANCE = "0.2";
    private static final String UNRANKED = "";

    private final GoldItems gold;
    private final UUID me;
    private final SeenItem seen;
    private final Runnable changed;
    private final Map<StoredAnswer, Choice> ranks = new LinkedHashMap<>();
    private final Input tolerance;
    private final LongText explanation = new LongText(3);
    private final ErrorLine error = new ErrorLine();

    GoldForm(GoldItems gold, UUID me, SeenItem seen, Runnable changed) {
        this.gold = gold;
        this.me = me;
        this.seen = seen;
        this.changed = changed;
        addClassName("panel");
        tolerance = Parts.input(
                "text", seen.gold().map(key -> String.valueOf(key.tolerance())).orElse(USUAL_TOLERANCE));
        tolerance.getElement().setAttribute("inputmode", "decimal");
        seen.gold().ifPresent(key -> explanation.setValue(key.explanation()));
        add(
                new H2(getTranslation("gold.title")),
                Parts.quiet(getTranslation("gold.help")),
                order(),
                taken(),
                Parts.field(getTranslation("gold.tolerance"), tolerance, getTranslation("gold.tolerance.help")),
                Parts.field(getTranslation("gold.explanation"), explanation, getTranslation("gold.explanation.help")),
                error,
                buttons());
    }

    private Component order() {
        Div fields = Parts.of("fields");
        for (int position = 0; position < seen.answers().size(); position++) {
            StoredAnswer answer = seen.answers().get(position);
            Integer tier = seen.gold()
                    .map(key -> key.expected().values().get(answer.slot()))
                    .orElse(null);
            Choice rank = new Choice(value(tier)).with(UNRANKED, getTranslation("gold.unranked"));
            for (int place = 1; place <= seen.answers().size(); place++) {
                rank.with(String.valueOf(place), String.valueOf(place));
            }
            ranks.put(answer, rank);
            fields.add(Parts.field(getTranslation("gold.rank", ShownAnswer.letter(position)), rank));
        }
        return fields;
    }

    /** What people said of the item already, to begin with. */
    private Component taken() {
        Div row = Parts.row();
        ItemJudgements.consensus(seen.judgements())
                .ifPresent(order -> row.add(Parts.quietButton(
                        getTranslation("gold.take.consensus", seen.notation(order.values())), () -> take(order))));
        seen.judgements().stream()
                .filter(one ->
                        one.purpose() == Purpose.ADJUDICATE && !one.tiers().isEmpty())
                .forEach(one -> row.add(takes(one)));
        return row;
    }

    private Component takes(ItemJudgement decision) {
        String order = seen.notation(decision.tiers());
        return Parts.quietButton(
                getTranslation("gold.take.decision", decision.pseudonym(), order),
                () -> take(Tiers.ofRanks(decision.tiers())));
    }

    private void take(Tiers order) {
        ranks.forEach((answer, rank) -> rank.setValue(value(order.values().get(answer.slot()))));
    }

    private Component buttons() {
        Div row = Parts.row(Parts.button(
                getTranslation(seen.gold().isEmpty() ? "gold.make" : "save"),
                () -> error.attempt(this::save, changed)));
        if (seen.gold().isPresent()) {
            row.add(Parts.quietButton(
                    getTranslation("gold.remove"), () -> error.attempt(() -> gold.remove(me, seen.id()), changed)));
        }
        return row;
    }

    private void save() {
        List<@Nullable Integer> chosen = new ArrayList<>();
        seen.item().answers().forEach(answer -> chosen.add(rank(answer.shownAs())));
        double share = Double.parseDouble(tolerance.getValue().strip());
        gold.set(me, seen.id(), GoldKey.ofRanks(chosen, share, explanation.getValue()));
    }

    private @Nullable Integer rank(int slot) {
        return ranks.entrySet().stream()
                .filter(one -> one.getKey().slot() == slot)
                .map(one -> one.getValue().getValue())
                .filter(value -> !value.equals(UNRANKED))
                .map(Integer::valueOf)
                .findFirst()
                .orElse(null);
    }

    private static String value(@Nullable Integer tier) {
        return tier == null ? UNRANKED : tier.toString();
    }
}
