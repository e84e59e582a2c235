package dev.lichen.annotation.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.lichen.annotation.account.Pseudonyms;
import dev.lichen.annotation.project.ItemReader;
import dev.lichen.annotation.project.StoredItem;
import dev.lichen.annotation.queue.ImportedJudgements;
import dev.lichen.annotation.queue.Purpose;
import dev.lichen.annotation.queue.SaidOfAnswer;
import dev.lichen.annotation.queue.Verdict;
import dev.lichen.annotation.store.CanonicalJson;
import dev.lichen.annotation.store.Database;
import dev.lichen.annotation.store.JudgementOutcome;
import dev.lichen.annotation.store.JudgementStore;
import dev.lichen.annotation.store.LedgerHead;
import dev.lichen.annotation.store.StoredJudgement;
import dev.lichen.datasets.Answer;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.Demonstration;
import dev.lichen.datasets.ExtraFields;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Judgement;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.Prompt;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.Rating;
import dev.lichen.datasets.Tiers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes records of judgements, in the order of items and then of submission.
 *
 * <p>Hidden gold, repeats and training are left out: they measure people, not answers.
 */
public final class ExportedRecords {

    private final Database database;
    private final JudgementStore judgements;
    private final ItemReader items;

    public ExportedRecords(Database database, JudgementStore judgements) {
        this.database = database;
        this.judgements = judgements;
        this.items = new ItemReader(database);
    }

    /** A judgement with its verdict and the pseudonym of its author. */
    private record Said(StoredJudgement judgement, Verdict verdict, String pseudonym) {

        boolean isOrdered() {
            return !verdict.tiers().isEmpty();
        }

        boolean isAllBad() {
            return judgement.outcome() == JudgementOutcome.ALL_BAD;
        }
    }

    /** An item with what was said of it. */
    private record Judged(StoredItem item, List<Said> said) {}

    /** Returns the records of a project as they were at a head of the ledger. */
    public List<JsonRecord> of(UUID project, ExportKind kind, LedgerHead asOf) {
        List<JsonRecord> records = new ArrayList<>();
        each(project, ExportRequest.own(kind, asOf), records::add);
        return records;
    }

    /** Hands over the records of a project that are asked for; one item is in memory at a time. */
    void each(UUID project, ExportRequest what, Consumer<JsonRecord> consumer) {
        Map<UUID, String> pseudonyms = Pseudonyms.all(database);
        Origin origin = new Origin(guidelines(), what.asOf(), what.after());
        for (UUID item : items.judged(project)) {
            List<Said> said = said(item, what.asOf(), pseudonyms);
            if (!said.isEmpty()) {
                records(new Judged(items.get(item), said), what.kind(), origin).forEach(consumer);
            }
        }
    }

    /** What every record says of where it comes from. */
    private record Origin(Map<UUID, String> guidelines, LedgerHead asOf, long after) {

        boolean asksFor(Said said) {
            return said.judgement().ledgerSeq() > after;
        }

        /** A judgement that was made elsewhere was made under the guideline that its file named. */
        ExtraFields addTo(ExtraFields extra, Said said) {
            UUID guideline = said.verdict().setting().guideline();
            String own = Objects.requireNonNull(guidelines.get(guideline), "every guideline has a hash");
            ObjectNode imported = said.verdict().imported();
            ExtraFields all = extra.with(
                            "judgement_ids",
                            Provenance.texts(List.of(said.judgement().id().toString())))
                    .with("annotator_pseudonyms", Provenance.texts(List.of(said.pseudonym())))
                    .with("n", IntNode.valueOf(1))
                    .with(
                            "guideline_sha",
                            TextNode.valueOf(imported == null ? own : Provenance.guideline(imported, own)))
                    .with("ledger_head", TextNode.valueOf(asOf.hash()));
            return imported == null ? all : all.with(ImportedJudgements.IMPORTED, imported);
        }
    }

    private List<Said> said(UUID item, LedgerHead asOf, Map<UUID, String> pseudonyms) {
        return judgements.ofItem(item, asOf).stream()
                .map(judgement -> new Said(judgement, Verdict.of(judgement), pseudonym(judgement, pseudonyms)))
                .filter(said -> counts(said.verdict().setting()))
                .toList();
    }

    private static String pseudonym(StoredJudgement judgement, Map<UUID, String> pseudonyms) {
        return Objects.requireNonNull(pseudonyms.get(judgement.user()), "everybody has a pseudonym");
    }

    private static boolean counts(Verdict.Setting setting) {
        return setting.purpose() == Purpose.NORMAL || setting.purpose() == Purpose.ADJUDICATE;
    }

    private Stream<? extends JsonRecord> records(Judged judged, ExportKind kind, Origin origin) {
        return switch (kind) {
            case RANKINGS -> rankings(judged, origin);
            case DEMONSTRATIONS ->
                judged.said().stream().filter(origin::asksFor).flatMap(said -> rewritten(judged.item(), said, origin));
            case RATINGS ->
                judged.said().stream().filter(origin::asksFor).flatMap(said -> ratings(judged.item(), said, origin));
            case REMARKS ->
                judged.said().stream().filter(origin::asksFor).flatMap(said -> remarks(judged.item(), said, origin));
        };
    }

    private static Stream<Ranking> rankings(Judged judged, Origin origin) {
        ArrayNode labels = SoftLabels.of(judged.said().stream()
                .filter(Said::isOrdered)
                .map(Said::verdict)
                .filter(verdict -> verdict.setting().purpose() == Purpose.NORMAL) // who decides is no further annotator
                .toList());
        return judged.said().stream()
                .filter(said -> said.isOrdered() || said.isAllBad())
                .filter(origin::asksFor)
                .map(said -> ranking(judged.item(), said, origin, labels));
    }

    private static Ranking ranking(StoredItem item, Said said, Origin origin, ArrayNode labels) {
        Verdict verdict = said.verdict();
        ExtraFields extra = origin.addTo(item.attributes().extra(), said)
                .with(Provenance.SOFT_LABELS, labels)
                .with(Provenance.SAMPLING, sampling(verdict.setting()));
        if (!verdict.comparisons().isEmpty()) {
            extra = extra.with(
                    ImportedJudgements.COMPARISONS, CanonicalJson.tree(CanonicalJson.write(verdict.comparisons())));
        }
        if (verdict.setting().purpose() == Purpose.ADJUDICATE) {
            extra = extra.with(Provenance.ADJUDICATED, BooleanNode.TRUE);
        }
        return said.isAllBad()
                ? allBad(item, said, extra.with(Ranking.OUTCOME, TextNode.valueOf(Ranking.ALL_BAD)))
                : new Ranking(
                        item.prompt(),
                        answers(item, verdict),
                        Tiers.ofRanks(verdict.tiers()),
                        new Judgement(said.pseudonym(), verdict.acceptableTier(), verdict.strengths()),
                        identified(item).withExtra(extra));
    }

    /** Answers none of which is good enough, and between which nothing was said: one tier, below the line. */
    private static Ranking allBad(StoredItem item, Said said, ExtraFields extra) {
        List<Answer> answers = answers(item, said.verdict());
        return new Ranking(
                item.prompt(),
                answers,
                new Tiers(Collections.nCopies(answers.size(), 1)),
                new Judgement(said.pseudonym(), 0, List.of()),
                identified(item).withExtra(extra));
    }

    private static List<Answer> answers(StoredItem item, Verdict verdict) {
        return item.answers().stream()
                .map(stored -> new SaidOfAnswer(verdict.ratingsOf(stored.shownAs()), verdict.flagsOf(stored.shownAs()))
                        .addedTo(stored.answer()))
                .toList();
    }

    private static ObjectNode sampling(Verdict.Setting setting) {
        ObjectNode sampling =
                CanonicalJson.object().put("policy", setting.policy()).put("propensity", setting.propensity());
        return setting.arm() == null
                ? sampling
                : sampling.put("arm", setting.arm().name().toLowerCase(Locale.ROOT));
    }

    private Stream<Prompt> remarks(StoredItem item, Said said, Origin origin) {
        Remarks remarks = Remarks.of(
                said.judgement().outcome(),
                judgements.freeText(said.judgement()).orElse(null));
        if (remarks.isEmpty()) {
            return Stream.of();
        }
        ExtraFields extra = remarks.addTo(origin.addTo(item.attributes().extra(), said))
                .with("answers", Remarks.answers(answers(item, said.verdict())));
        return Stream.of(new Prompt(item.prompt(), identified(item).withExtra(extra)));
    }

    private Stream<Demonstration> rewritten(StoredItem item, Said said, Origin origin) {
        return judgements.freeText(said.judgement()).stream()
                .filter(text -> !isLeft(said.judgement().outcome()))
                .map(text -> CanonicalJson.tree(text).path("rewrite"))
                .filter(JsonNode::isTextual)
                .map(rewrite -> {
                    List<Message> messages = new ArrayList<>(item.prompt());
                    messages.add(Message.assistant(rewrite.textValue()));
                    ExtraFields extra = origin.addTo(item.attributes().extra(), said);
                    return new Demonstration(messages, identified(item).withExtra(extra));
                });
    }

    /** Who leaves an item gives what they wrote up with it. */
    private static boolean isLeft(JudgementOutcome outcome) {
        return outcome == JudgementOutcome.SKIP || outcome == JudgementOutcome.FLAGGED;
    }

    private static Stream<Rating> ratings(StoredItem item, Said said, Origin origin) {
        if (isLeft(said.judgement().outcome())) {
            return Stream.of();
        }
        return said.verdict().ratings().stream().map(rating -> {
            Answer answer = item.answers().get(rating.slot()).answer();
            ExtraFields extra = origin.addTo(item.attributes().extra(), said);
            return new Rating(
                    item.prompt(),
                    answer.content(),
                    new Rating.Verdict(rating.criterion(), IntNode.valueOf(rating.value()), said.pseudonym()),
                    identified(item).withExtra(extra));
        });
    }

    /** An item without a name of its own gets that of its place in the store. */
    private static Attributes identified(StoredItem item) {
        Attributes attributes = item.attributes();
        String id = attributes.id() == null ? item.id().toString() : attributes.id();
        return new Attributes(id, attributes.language(), attributes.source(), attributes.extra());
    }

    private Map<UUID, String> guidelines() {
        return database
                .jdbc()
                .sql("select id, content_sha256 from guideline_version")
                .query((row, n) -> Map.entry(row.getObject("id", UUID.class), row.getString("content_sha256")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
