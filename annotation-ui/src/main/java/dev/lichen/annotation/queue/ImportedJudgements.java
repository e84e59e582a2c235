package dev.lichen.annotation.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.store.CanonicalJson;
import dev.lichen.annotation.store.Database;
import dev.lichen.annotation.store.Identifiers;
import dev.lichen.annotation.store.JudgementOutcome;
import dev.lichen.annotation.store.JudgementStore;
import dev.lichen.annotation.store.Ledger;
import dev.lichen.annotation.store.NewJudgement;
import dev.lichen.datasets.ExtraFields;
import dev.lichen.datasets.Ranking;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps judgements that were made elsewhere, as of work that was done here.
 *
 * <p>Each takes a place at its item, or makes one where all are taken, so that the overlap stays exact. Its policy says
 * that it was imported; the order in which the answers were shown is not known, and stands as that of the file.
 */
public final class ImportedJudgements {

    /** How the policy of an imported judgement begins. */
    public static final String POLICY = "imported";

    /** The field of a record, and of an exported judgement, that names where it was made first. */
    public static final String IMPORTED = "imported_from";

    /** The field with the answers compared two at a time. */
    public static final String COMPARISONS = "comparisons";

    private static final List<String> ORIGIN =
            List.of("judgement_ids", "annotator_pseudonyms", "guideline_sha", "ledger_head");

    private final Ledger ledger;
    private final JudgementStore judgements;
    private final Identifiers identifiers;
    private final Assignments assignments;
    private final Presentations presentations;
    private final Places places;

    public ImportedJudgements(Database database, Ledger ledger, JudgementStore judgements, Identifiers identifiers) {
        this.ledger = ledger;
        this.judgements = judgements;
        this.identifiers = identifiers;
        this.assignments = new Assignments(database);
        this.presentations = new Presentations(database, POLICY);
        this.places = new Places(database);
    }

    /** Keeps a person's ranking of an item, unless there is work of theirs on it; returns whether it was kept. */
    public boolean keep(Project project, UUID item, UUID user, Ranking ranking) {
        if (assignments.find(item, user, Purpose.NORMAL).isPresent()) {
            return false;
        }
        Assignment done = new Assignment(
                identifiers.next(),
                item,
                project.id(),
                user,
                Purpose.NORMAL,
                AssignmentState.SUBMITTED,
                ledger.now(),
                false,
                new Choice(SamplingArm.ORDER, POLICY, 1));
        places.takeOrMake(item);
        assignments.insert(done, ledger.now());
        presentations.createAsImported(done, ledger.now());
        Presentation shown = presentations.get(done.id());
        judgements.append(new NewJudgement(
                done.id(),
                project.id(),
                item,
                user,
                ranking.isAllBad() ? JudgementOutcome.ALL_BAD : JudgementOutcome.JUDGED,
                CanonicalJson.write(verdict(ranking, shown)),
                null));
        return true;
    }

    private static List<Verdict.SlotRating> ratings(List<SaidOfAnswer> said) {
        return IntStream.range(0, said.size())
                .boxed()
                .flatMap(slot -> said.get(slot).ratings().entrySet().stream()
                        .map(one -> new Verdict.SlotRating(slot, one.getKey(), one.getValue())))
                .toList();
    }

    private static List<Verdict.SlotFlag> flags(List<SaidOfAnswer> said) {
        return IntStream.range(0, said.size())
                .boxed()
                .flatMap(slot -> said.get(slot).flags().stream().map(code -> new Verdict.SlotFlag(slot, code)))
                .toList();
    }

    /** Returns where an export says a judgement was made first; null if it does not say. */
    private static @Nullable ObjectNode origin(Ranking ranking) {
        ExtraFields said = ranking.attributes().extra();
        if (said.get(IMPORTED).orElse(null) instanceof ObjectNode first) {
            return first;
        }
        ObjectNode origin = CanonicalJson.object();
        ORIGIN.forEach(name -> said.get(name).ifPresent(value -> origin.set(name, value)));
        return origin.isEmpty() ? null : origin;
    }

    /** Returns what an earlier export says was compared two at a time; what has another form is somebody else's field. */
    private static List<Comparison> comparisons(Ranking ranking) {
        List<JsonNode> said = new ArrayList<>();
        ranking.attributes().extra().get(COMPARISONS).ifPresent(field -> field.forEach(said::add));
        List<Comparison> read = said.stream()
                .flatMap(one -> Comparison.read(one).stream())
                .filter(one -> one.isOf(ranking.answers().size()))
                .toList();
        return read.size() == said.size() && read.size() <= WorkRules.MOST_COMPARISONS ? read : List.of();
    }

    private static Verdict verdict(Ranking ranking, Presentation shown) {
        boolean ordered = !ranking.isAllBad();
        List<SaidOfAnswer> said =
                ranking.answers().stream().map(SaidOfAnswer::read).toList();
        return new Verdict(
                ordered ? ranking.tiers().values() : List.of(),
                ordered ? ranking.judgement().acceptableTier() : null,
                ranking.judgement().strengths(),
                ratings(said),
                flags(said),
                comparisons(ranking),
                null,
                new Verdict.Setting(
                        Purpose.NORMAL, false, shown.order(), shown.guideline(), shown.schema(), POLICY, 1, null),
                Effort.none(),
                origin(ranking));
    }
}
