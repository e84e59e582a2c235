package dev.lichen.annotation.queue;

import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.project.ProjectSettings;
import dev.lichen.annotation.project.SamplingPolicy;
import dev.lichen.annotation.store.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Chooses which item comes next for a person.
 *
 * <p>Those of the highest priority come first. In order, people take different ones of the next few of them, so that they
 * do not queue for one row. By uncertainty, an arm is drawn first: with chance c, the control share, the item is uniform
 * among the N of that priority open to the person, otherwise it is drawn in proportion to its weight w, its uncertainty. The propensity that is stored,
 * {@code c/N + (1−c) w/Σw}, is never 0, so that averages over what was chosen can be weighted back to all items of its priority.
 */
final class ItemPicker {

    private static final int WINDOW = 24;

    /** In the words of the index {@code item_queue}, or H2 reads and sorts all open items instead of the first few. */
    private static final String IN_ORDER = " order by project_id, state, priority desc, number limit ";

    private static final String HIGHEST_FIRST = " order by priority desc, number";

    /** Always so; without it, H2 reads all that the person ever did for each item, instead of the index of all three. */
    private static final String OF_ANY_PURPOSE = " and a.purpose in ('NORMAL', 'GOLD', 'REPEAT', 'ADJUDICATE')";

    private static final String IN_LANGUAGE = " and (language is null or :anyLanguage or language in (:languages))";

    private static final String UNSEEN = " and not exists (select 1 from assignment a where a.item_id = i.id"
            + " and a.user_id = :user and a.state <> 'EXPIRED'" + OF_ANY_PURPOSE + ")";

    private static final String OPEN_TO_USER = " from item i where project_id = :project and state = 'OPEN'"
            + " and open_slots > 0" + IN_LANGUAGE + UNSEEN;

    private final Database database;
    private final RandomGenerator random;

    ItemPicker(Database database, RandomGenerator random) {
        this.database = database;
        this.random = random;
    }

    /** An item that may come next. */
    record Candidate(UUID item, int priority, double weight) {}

    /** An item that comes next, and how it was chosen. */
    record Picked(UUID item, Choice choice) {}

    /** Returns items to try, the best first; empty if nothing is open to the person. */
    List<Picked> next(Project project, UUID user, List<String> languages) {
        ProjectSettings.Sampling sampling = project.settings().sampling();
        return sampling.policy() == SamplingPolicy.ORDER
                ? inOrder(candidates(project, user, languages, IN_ORDER + WINDOW))
                : byUncertainty(candidates(project, user, languages, HIGHEST_FIRST), sampling.controlShare());
    }

    /** Returns the next gold item that the person has not seen, in a language that they judge. */
    Optional<UUID> gold(Project project, UUID user, List<String> languages) {
        return database.jdbc()
                .sql("select id from item i where project_id = :project and state = 'GOLD'" + IN_LANGUAGE + UNSEEN
                        + " order by number limit 1")
                .params(asker(project, user, languages))
                .query(UUID.class)
                .optional();
    }

    /** Returns an item that the person ranked at least {@code gap} judgements ago and has not been asked again. */
    Optional<UUID> repeat(Project project, UUID user) {
        return database.jdbc()
                .sql("select j.item_id from judgement j join assignment a on a.id = j.assignment_id"
                        + " join item i on i.id = j.item_id and i.answers > 0"
                        + " and i.state in ('OPEN', 'FULL') where j.user_id = ? and j.project_id = ? and j.revision = 1 and j.outcome = 'JUDGED'"
                        + " and a.purpose = 'NORMAL' and not exists (select 1 from assignment r"
                        + " where r.item_id = j.item_id and r.user_id = j.user_id and r.purpose = 'REPEAT')"
                        + " order by j.user_id desc, j.project_id desc, j.ledger_seq desc limit 1 offset ?")
                .params(user, project.id(), project.settings().repeats().gap())
                .query(UUID.class)
                .optional();
    }

    private List<Candidate> candidates(Project project, UUID user, List<String> languages, String order) {
        return database.jdbc()
                .sql("select id, priority, uncertainty" + OPEN_TO_USER + order)
                .params(asker(project, user, languages))
                .query((row, n) -> new Candidate(
                        row.getObject("id", UUID.class),
                        row.getInt("priority"),
                        weight(row.getObject("uncertainty", Double.class))))
                .list();
    }

    private static Map<String, Object> asker(Project project, UUID user, List<String> languages) {
        return Map.of(
                "project",
                project.id(),
                "user",
                user,
                "anyLanguage",
                languages.isEmpty(),
                "languages",
                languages.isEmpty() ? List.of("") : languages);
    }

    /** An item that was never scored counts as wholly uncertain. */
    private static double weight(@Nullable Double uncertainty) {
        return uncertainty == null ? 1 : uncertainty;
    }

    private List<Picked> inOrder(List<Candidate> candidates) {
        List<Candidate> first = new ArrayList<>(ofHighestPriority(candidates));
        List<Picked> picked = new ArrayList<>();
        while (!first.isEmpty()) {
            picked.add(new Picked(first.remove(random.nextInt(first.size())).item(), Choice.inOrder()));
        }
        return picked;
    }

    private static List<Candidate> ofHighestPriority(List<Candidate> sorted) {
        return sorted.stream()
                .takeWhile(
                        candidate -> candidate.priority() == sorted.getFirst().priority())
                .toList();
    }

    private List<Picked> byUncertainty(List<Candidate> open, double control) {
        if (open.isEmpty()) {
            return List.of();
        }
        List<Candidate> candidates = ofHighestPriority(open);
        double total = candidates.stream().mapToDouble(Candidate::weight).sum();
        boolean uniform = total <= 0 || random.nextDouble() < control;
        Candidate chosen = uniform ? candidates.get(random.nextInt(candidates.size())) : weighted(candidates, total);
        double share = total <= 0 ? 1.0 / candidates.size() : chosen.weight() / total;
        double propensity = control / candidates.size() + (1 - control) * share;
        SamplingArm arm = uniform ? SamplingArm.CONTROL : SamplingArm.UNCERTAINTY;
        String policy = "uncertainty-proportional, control " + control;
        return List.of(new Picked(chosen.item(), new Choice(arm, policy, Math.min(1, propensity))));
    }

    private Candidate weighted(List<Candidate> candidates, double total) {
        double left = random.nextDouble() * total;
        for (Candidate candidate : candidates) {
            left -= candidate.weight();
            if (left < 0) {
                return candidate;
            }
        }
        return candidates.getLast();
    }
}
