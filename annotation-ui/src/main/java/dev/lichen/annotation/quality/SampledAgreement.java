package dev.lichen.annotation.quality;

import com.fasterxml.jackson.databind.node.IntNode;
import dev.lichen.annotation.project.StoredItem;
import dev.lichen.annotation.queue.Purpose;
import dev.lichen.annotation.queue.Verdict;
import dev.lichen.annotation.store.StoredJudgement;
import dev.lichen.datasets.Answer;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.ExtraFields;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Judgement;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.Rating;
import dev.lichen.datasets.Tiers;
import dev.lichen.datasets.statistics.ClusterBootstrap;
import dev.lichen.datasets.statistics.judgements.Agreement;
import dev.lichen.datasets.statistics.judgements.AgreementReport;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Measures how far people agree, from people's own work only, neither hidden gold and repeats nor what a reviewer decided,
 * and without the writers of answers.
 *
 * <p>Where there are more than {@link #MOST_JUDGEMENTS}, items are drawn, with all their judgements: an item is in if the
 * random bits of its identifier are below the share. Prompts are what the intervals resample, so that they hold for the
 * sample as they do for all; as the project grows, items leave the sample and none comes back.
 */
final class SampledAgreement {

    /** Agreement compares every judgement of an item with every other one, in memory. */
    static final int MOST_JUDGEMENTS = 50_000;

    private final double share;
    private final Map<UUID, String> pseudonyms;
    private final ClusterBootstrap bootstrap;
    private final AgreementReport all;
    private final SortedMap<String, AgreementReport> sources = new TreeMap<>();
    private long items;
    private long sampled;

    SampledAgreement(long judgements, Map<UUID, String> pseudonyms, ClusterBootstrap bootstrap) {
        this.share = Math.min(1, (double) MOST_JUDGEMENTS / Math.max(1, judgements));
        this.pseudonyms = pseudonyms;
        this.bootstrap = bootstrap;
        this.all = new AgreementReport(bootstrap);
    }

    /** Decides, and notes, whether an item that was judged is in the sample. */
    boolean draws(UUID item) {
        items++;
        boolean in = share == 1 || (item.getLeastSignificantBits() & Integer.MAX_VALUE) < share * Integer.MAX_VALUE;
        sampled += in ? 1 : 0;
        return in;
    }

    /** Adds what was said of an item of the sample. */
    void add(StoredItem item, List<StoredJudgement> judgements) {
        for (StoredJudgement judgement : judgements) {
            Verdict verdict = Verdict.of(judgement);
            if (verdict.setting().purpose() == Purpose.NORMAL) {
                String pseudonym =
                        Objects.requireNonNull(pseudonyms.get(judgement.user()), "everybody has a pseudonym");
                if (!verdict.tiers().isEmpty()) {
                    add(item, ranking(item, verdict, pseudonym));
                }
                verdict.ratings().forEach(rating -> add(item, rating(item, rating, pseudonym)));
            }
        }
    }

    private void add(StoredItem item, JsonRecord record) {
        all.add(record);
        String source = item.attributes().source();
        if (source != null) {
            sources.computeIfAbsent(source, name -> new AgreementReport(bootstrap))
                    .add(record);
        }
    }

    /** Returns how many of the items were in the sample. */
    Quality.Sample sample() {
        return new Quality.Sample(sampled, items);
    }

    /** Returns the agreement on rankings and on each criterion. */
    List<Agreement> agreements() {
        return all.agreements();
    }

    /** Returns the same for each source of items that is named, if there are two or more. */
    SortedMap<String, List<Agreement>> bySource() {
        SortedMap<String, List<Agreement>> agreements = new TreeMap<>();
        if (sources.size() > 1) {
            sources.forEach((source, report) -> agreements.put(source, report.agreements()));
        }
        return agreements;
    }

    private static Ranking ranking(StoredItem item, Verdict verdict, String pseudonym) {
        List<Answer> answers = item.answers().stream()
                .map(stored -> new Answer(stored.answer().content()))
                .toList();
        return new Ranking(
                item.prompt(),
                answers,
                Tiers.ofRanks(verdict.tiers()),
                new Judgement(pseudonym, null, List.of()),
                attributes(item));
    }

    private static Rating rating(StoredItem item, Verdict.SlotRating rating, String pseudonym) {
        return new Rating(
                item.prompt(),
                item.answers().get(rating.slot()).answer().content(),
                new Rating.Verdict(rating.criterion(), IntNode.valueOf(rating.value()), pseudonym),
                attributes(item));
    }

    private static Attributes attributes(StoredItem item) {
        Attributes known = item.attributes();
        return new Attributes(item.id().toString(), known.language(), known.source(), ExtraFields.none());
    }
}
