package dev.lichen.annotation.quality;

import com.fasterxml.jackson.databind.node.IntNode;
import dev.lichen.annotation.project.StoredItem;
import dev.lichen.annotation.queue.Purpose;
import dev.lichen.annotation.queue.Verdict;
import dev.lichen.datasets.Answer;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.ExtraFields;
import dev.lichen.datasets.Judgement;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.Rating;
import dev.lichen.datasets.Tiers;
import dev.lichen.datasets.statistics.ClusterBootstrap;
import dev.lichen.datasets.statistics.judgements.Agreement;
import dev.lichen.datasets.statistics.judgements.AgreementReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Turns judgements into the records that the statistics read, without the writers of answers: people's own work only,
 * neither hidden gold and repeats nor what a reviewer decided.
 */
final class ProjectJudgements {

    private final List<JudgedItem> judged;
    private final Map<UUID, String> pseudonyms;
    private final ClusterBootstrap bootstrap;

    ProjectJudgements(List<JudgedItem> judged, Map<UUID, String> pseudonyms, ClusterBootstrap bootstrap) {
        this.judged = judged;
        this.pseudonyms = pseudonyms;
        this.bootstrap = bootstrap;
    }

    /** Returns the agreement on rankings and on each criterion. */
    List<Agreement> agreements() {
        return agreements(normal());
    }

    /** Returns the same for each source of items that is named, if there are two or more. */
    SortedMap<String, List<Agreement>> bySource() {
        SortedMap<String, List<JudgedItem>> groups = new TreeMap<>();
        normal().forEach(one -> {
            String source = one.item().attributes().source();
            if (source != null) {
                groups.computeIfAbsent(source, name -> new ArrayList<>()).add(one);
            }
        });
        SortedMap<String, List<Agreement>> agreements = new TreeMap<>();
        if (groups.size() > 1) {
            groups.forEach((source, some) -> agreements.put(source, agreements(some.stream())));
        }
        return agreements;
    }

    /** Returns the consensus of each item that two or more people ranked, the least agreed first. */
    List<ItemConsensus> consensus() {
        Map<UUID, List<JudgedItem>> byItem = new LinkedHashMap<>();
        normal().forEach(one -> byItem.computeIfAbsent(one.item().id(), item -> new ArrayList<>())
                .add(one));
        Set<UUID> adjudicated = adjudicated();
        return byItem.values().stream()
                .flatMap(work -> consensus(work, adjudicated))
                .sorted(Comparator.comparing(ItemConsensus::adjudicated).thenComparingDouble(ItemConsensus::agreement))
                .toList();
    }

    private Stream<ItemConsensus> consensus(List<JudgedItem> work, Set<UUID> adjudicated) {
        AgreementReport report = new AgreementReport(bootstrap);
        work.stream().filter(JudgedItem::isRanked).map(this::ranking).forEach(report::add);
        StoredItem item = work.getFirst().item();
        return report.consensuses()
                .map(found -> new ItemConsensus(item.id(), item.number(), found, adjudicated.contains(item.id())));
    }

    private Set<UUID> adjudicated() {
        return judged.stream()
                .filter(one -> one.purpose() == Purpose.ADJUDICATE)
                .map(one -> one.item().id())
                .collect(Collectors.toSet());
    }

    private Stream<JudgedItem> normal() {
        return judged.stream().filter(one -> one.purpose() == Purpose.NORMAL);
    }

    private List<Agreement> agreements(Stream<JudgedItem> work) {
        AgreementReport report = new AgreementReport(bootstrap);
        work.forEach(one -> {
            if (one.isRanked()) {
                report.add(ranking(one));
            }
            one.verdict().ratings().forEach(rating -> report.add(rating(one, rating)));
        });
        return report.agreements();
    }

    private Ranking ranking(JudgedItem one) {
        List<Answer> answers = one.item().answers().stream()
                .map(stored -> new Answer(stored.answer().content()))
                .toList();
        return new Ranking(
                one.item().prompt(),
                answers,
                Tiers.ofRanks(one.verdict().tiers()),
                new Judgement(pseudonym(one), null, List.of()),
                attributes(one));
    }

    private Rating rating(JudgedItem one, Verdict.SlotRating rating) {
        return new Rating(
                one.item().prompt(),
                one.item().answers().get(rating.slot()).answer().content(),
                new Rating.Verdict(rating.criterion(), IntNode.valueOf(rating.value()), pseudonym(one)),
                attributes(one));
    }

    private static Attributes attributes(JudgedItem one) {
        Attributes known = one.item().attributes();
        return new Attributes(one.item().id().toString(), known.language(), known.source(), ExtraFields.none());
    }

    private String pseudonym(JudgedItem one) {
        return Objects.requireNonNull(pseudonyms.get(one.user()), "everybody has a pseudonym");
    }
}
