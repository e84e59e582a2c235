package dev.lichen.annotation.quality;

import dev.lichen.annotation.quality.JudgedItem.OrderedPair;
import dev.lichen.annotation.queue.Purpose;
import dev.lichen.datasets.statistics.EvidenceProcess;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Looks for patterns in people's work that judging by content does not make.
 *
 * <p>Each item says yes or no once, so that items are independent; an e-process weighs them. The rate of false alarms is
 * divided by the number of people and patterns: with chance {@link #FALSE_ALARMS} at most, anybody who keeps every bound is
 * ever named, however often the board is opened.
 */
public final class Suspicions {

    /** The chance that anybody in a project is wrongly named, ever. */
    public static final double FALSE_ALARMS = 0.05;

    private final Map<UUID, List<JudgedItem>> byItem = new HashMap<>();
    private final Map<UUID, List<JudgedItem>> byUser = new LinkedHashMap<>();

    /** Takes judgements in the order in which they were made. */
    Suspicions(List<JudgedItem> judged) {
        for (JudgedItem one : judged) {
            byUser.computeIfAbsent(one.user(), user -> new ArrayList<>()).add(one);
            if (one.purpose() == Purpose.NORMAL) {
                byItem.computeIfAbsent(one.item().id(), item -> new ArrayList<>())
                        .add(one);
            }
        }
    }

    /** Returns what is known of everybody, the strongest evidence first; patterns of which no item tells are left out. */
    List<Suspicion> all(Function<UUID, String> pseudonym) {
        double allowed = FALSE_ALARMS / (Math.max(1, byUser.size()) * Pattern.values().length);
        List<Suspicion> all = new ArrayList<>();
        byUser.forEach((user, work) -> {
            for (Pattern pattern : Pattern.values()) {
                List<Boolean> seen = work.stream()
                        .flatMap(one -> observation(pattern, one).stream())
                        .toList();
                if (!seen.isEmpty()) {
                    all.add(suspicion(user, pseudonym.apply(user), pattern, seen, allowed));
                }
            }
        });
        all.sort((a, b) -> Double.compare(b.logEvidence(), a.logEvidence()));
        return all;
    }

    private static Suspicion suspicion(
            UUID user, String pseudonym, Pattern pattern, List<Boolean> seen, double allowed) {
        EvidenceProcess evidence = pattern.evidence();
        double share = (double) seen.stream().filter(yes -> yes).count() / seen.size();
        return new Suspicion(
                user, pseudonym, pattern, share, seen.size(), evidence.logPeak(seen), evidence.refutes(seen, allowed));
    }

    private Optional<Boolean> observation(Pattern pattern, JudgedItem one) {
        boolean repeat = one.purpose() == Purpose.REPEAT;
        boolean normal = one.purpose() == Purpose.NORMAL;
        return switch (pattern) {
            case SHOWN_ORDER -> normal ? followsTheOrderShown(one) : Optional.empty();
            case DISAGREES -> normal ? agreesWith(one, other -> !other.user().equals(one.user())) : Optional.empty();
            case FORGETS -> repeat ? agreesWith(one, other -> other.user().equals(one.user())) : Optional.empty();
        };
    }

    private static Optional<Boolean> followsTheOrderShown(JudgedItem one) {
        int surplus = 0;
        for (OrderedPair pair : one.pairs()) {
            surplus += pair.position(pair.better()) < pair.position(pair.worse()) ? 1 : -1;
        }
        return surplus == 0 ? Optional.empty() : Optional.of(surplus > 0);
    }

    /** Compares the first pair, in the order shown, that both put in a strict order. */
    private Optional<Boolean> agreesWith(JudgedItem one, Predicate<JudgedItem> whom) {
        Optional<JudgedItem> other = byItem.getOrDefault(one.item().id(), List.of()).stream()
                .filter(whom)
                .findFirst();
        return other.flatMap(found -> one.pairs().stream()
                .flatMap(pair -> found.sameOrder(pair).stream())
                .findFirst());
    }
}
