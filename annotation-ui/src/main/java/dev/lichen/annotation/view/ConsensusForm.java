package dev.lichen.annotation.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.quality.ItemConsensus;
import dev.lichen.annotation.quality.Quality;
import dev.lichen.annotation.queue.WorkQueue;
import dev.lichen.datasets.statistics.judgements.Consensus;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What people say together of each item, the least agreed first, so that a reviewer can decide those that are open. */
final class ConsensusForm extends Div {

    private static final int SHOWN = 50;
    private static final int LONGEST_QUESTION = 140;
    private static final int LONGEST_ANSWER = 200;
    private static final double MOST_EVIDENCE = 1e6;

    private final WorkQueue queue;
    private final UUID me;
    private final Project project;
    private final boolean mayDecide;

    ConsensusForm(Quality quality, WorkQueue queue, UUID me, Project project, boolean mayDecide) {
        this.queue = queue;
        this.me = me;
        this.project = project;
        this.mayDecide = mayDecide;
        addClassName("form");
        List<ItemConsensus> items = quality.consensus();
        Div list = new Div();
        list.addClassName("form");
        items.stream().limit(SHOWN).forEach(item -> list.add(entry(item)));
        add(Parts.panel(
                getTranslation("project.consensus"),
                Parts.quiet(getTranslation(items.isEmpty() ? "consensus.none" : "consensus.help")),
                Parts.quiet(
                        getTranslation("consensus.shown", Math.min(SHOWN, items.size()), quality.consensusItems()))));
        add(list);
    }

    private Component entry(ItemConsensus item) {
        Consensus consensus = item.consensus();
        Div facts = Parts.row(
                new Span(getTranslation("consensus.annotators", consensus.annotators())),
                new Span("τ " + Statistics.number(consensus.meanTauB())),
                new Span("W " + Statistics.number(consensus.kendallW())));
        if (consensus.cycle()) {
            facts.add(new Span(getTranslation("consensus.cycle")));
        }
        if (consensus.openPairs() > 0) {
            facts.add(new Span(getTranslation("consensus.open", consensus.openPairs())));
        }
        if (!item.adjudicated()) {
            facts.add(new Span(getTranslation(
                    item.isOpen() ? "consensus.rule.open" : "consensus.rule.decided",
                    Statistics.number(Math.min(MOST_EVIDENCE, Math.exp(item.logEvidence()))))));
        }
        Div panel = Parts.panelled(
                "#" + item.number() + " " + Parts.start(consensus.question(), LONGEST_QUESTION),
                facts,
                new NativeDetails(getTranslation("consensus.order"), order(consensus)));
        if (item.adjudicated()) {
            panel.add(Parts.quiet(getTranslation("consensus.decided")));
        } else if (mayDecide) {
            ErrorLine error = new ErrorLine();
            panel.add(
                    Parts.row(Parts.quietButton(
                            getTranslation("consensus.decide"), () -> error.attempt(() -> decide(item)))),
                    error);
        }
        return panel;
    }

    private void decide(ItemConsensus item) {
        UUID work = queue.adjudicate(me, project.id(), item.item());
        getUI().ifPresent(ui -> ui.getPage().setLocation("work/" + project.slug() + "/" + work + "?then=consensus"));
    }

    private Component order(Consensus consensus) {
        OrderedList tiers = new OrderedList();
        List<Integer> places = consensus.rankedPairs().stream()
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
        places.forEach(place -> tiers.add(new ListItem(String.join(" = ", at(consensus, place)))));
        List<String> unranked = at(consensus, null);
        Div all = new Div(tiers);
        if (!unranked.isEmpty()) {
            all.add(Parts.quiet(getTranslation("consensus.unranked", String.join(" · ", unranked))));
        }
        return all;
    }

    private static List<String> at(Consensus consensus, @Nullable Integer place) {
        List<@Nullable Integer> tiers = consensus.rankedPairs();
        List<String> answers = new ArrayList<>();
        IntStream.range(0, tiers.size())
                .filter(slot -> Objects.equals(tiers.get(slot), place))
                .forEach(slot ->
                        answers.add("“" + Parts.start(consensus.answers().get(slot), LONGEST_ANSWER) + "”"));
        return answers;
    }
}
