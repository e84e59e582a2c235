package dev.lichen.annotation.quality;

import dev.lichen.annotation.quality.JudgedItem.OrderedPair;
import dev.lichen.annotation.queue.Purpose;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/**
 * Looks for patterns in people's work that judging by content does not make.
 *
 * <p>Each item says yes or no once, so that items are independent; an e-process weighs them in the order in which they were
 * judged. A judgement is compared with an earlier one only: what it says is settled when it is made, so that nobody's later
 * work changes what was looked at before. Who is first at an item is compared with nobody there. A correction stands at the
 * moment at which it was made, in place of what it corrects.
 *
 * <p>The rate of false alarms is divided among people, in the order in which they came, and patterns: the k-th person has a
 * share of {@code 1/(k (k + 1))}, which are one together however many come. With chance {@link #FALSE_ALARMS} at most,
 * anybody who keeps every bound is ever named, however often the board is opened.
 */
public final class Suspicions {

    /** The chance that anybody in a project is wrongly named, ever. */
    public static final double FALSE_ALARMS = 0.05;

    private final Map<UUID, Map<Pattern, Observations>> byUser = new LinkedHashMap<>();
    private final Map<UUID, Long> firstEvents = new HashMap<>();

    Suspicions() {}

    /** What a person's items say of a pattern: the event of each, twice, and one more for yes. */
    private static final class Observations {
        private final LongStream.Builder events = LongStream.builder();

        void add(long event, boolean yes) {
            events.add(event * 2 + (yes ? 1 : 0));
        }

        List<Boolean> inOrder() {
            return events.build().sorted().mapToObj(event -> event % 2 == 1).toList();
        }
    }

    /** Looks at an item. */
    void add(ItemWork work) {
        List<JudgedItem> normal = work.ranked(Purpose.NORMAL).toList();
        work.judged().stream().filter(JudgedItem::isRanked).forEach(one -> {
            Map<Pattern, Observations> seen = byUser.computeIfAbsent(one.user(), user -> new EnumMap<>(Pattern.class));
            firstEvents.merge(one.user(), one.event(), Math::min);
            for (Pattern pattern : Pattern.values()) {
                observation(pattern, one, normal)
                        .ifPresent(yes -> seen.computeIfAbsent(pattern, p -> new Observations())
                                .add(one.event(), yes));
            }
        });
    }

    /** Returns what is known of everybody, the strongest evidence first; patterns of which no item tells are left out. */
    List<Suspicion> all(Function<UUID, String> pseudonym) {
        List<Suspicion> all = new ArrayList<>();
        List<UUID> people = byUser.keySet().stream()
                .sorted(Comparator.comparing(firstEvents::get))
                .toList();
        int person = 0;
        for (UUID user : people) {
            double allowed = allowed(++person);
            byUser.getOrDefault(user, Map.of())
                    .forEach((pattern, seen) ->
                            all.add(suspicion(user, pseudonym.apply(user), pattern, seen.inOrder(), allowed)));
        }
        all.sort((a, b) -> Double.compare(b.logEvidence(), a.logEvidence()));
        return all;
    }

    /** Returns the chance with which the k-th person may be wrongly named by one pattern; later people do not change it. */
    static double allowed(int person) {
        return FALSE_ALARMS / ((double) person * (person + 1) * Pattern.values().length);
    }

    private static Suspicion suspicion(
            UUID user, String pseudonym, Pattern pattern, List<Boolean> seen, double allowed) {
        double share = (double) seen.stream().filter(yes -> yes).count() / seen.size();
        double peak = pattern.evidence().logPeak(seen);
        return new Suspicion(user, pseudonym, pattern, share, seen.size(), peak, peak >= -Math.log(allowed));
    }

    private static Optional<Boolean> observation(Pattern pattern, JudgedItem one, List<JudgedItem> all) {
        boolean repeat = one.purpose() == Purpose.REPEAT;
        boolean normal = one.purpose() == Purpose.NORMAL;
        return switch (pattern) {
            case SHOWN_ORDER -> normal && one.shownHere() ? followsTheOrderShown(one) : Optional.empty();
            case DISAGREES ->
                normal ? agreesWith(one, all, other -> !other.user().equals(one.user())) : Optional.empty();
            case FORGETS -> repeat ? agreesWith(one, all, other -> other.user().equals(one.user())) : Optional.empty();
        };
    }

    private static Optional<Boolean> followsTheOrderShown(JudgedItem one) {
        int surplus = 0;
        for (OrderedPair pair : one.pairs()) {
            surplus += pair.position(pair.better()) < pair.position(pair.worse()) ? 1 : -1;
        }
        return surplus == 0 ? Optional.empty() : Optional.of(surplus > 0);
    }

    /** Compares the first pair, in the order shown, that both put in a strict order, with the first judgement before. */
    private static Optional<Boolean> agreesWith(JudgedItem one, List<JudgedItem> all, Predicate<JudgedItem> whom) {
        Optional<JudgedItem> other = all.stream()
                .filter(before -> before.event() < one.event())
                .filter(whom)
                .findFirst();
        return other.flatMap(found -> one.pairs().stream()
                .flatMap(pair -> found.sameOrder(pair).stream())
                .findFirst());
    }
}
