package dev.lichen.annotation.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lichen.datasets.Answer;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.Pair;
import dev.lichen.datasets.Ranking;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One thing that rankings say, as lines that can be compared, and the words by which a report says that it is lost. */
enum Aspect {
    /** Which answer is better than which. */
    PREFERENCES(
            ranking -> pairs(ranking).map(pair -> said(ranking, pair)),
            false,
            "ties, since a list has one order",
            "the order among correct solutions and among wrong ones"),

    /** Who said so. */
    ANNOTATORS(
            ranking -> pairs(ranking).map(pair -> said(ranking, pair) + person(ranking)),
            false,
            "who judged",
            "who judged, and the strengths",
            "who judged, and the line of acceptable answers",
            "who judged, the line of acceptable answers and the strengths"),

    /** Which answers are as good as each other. */
    TIES(
            ranking -> ranking.ties().stream()
                    .map(tie -> mark(ranking)
                            + new TreeSet<>(Set.of(
                                    ranking.answers().get(tie.first()).content(),
                                    ranking.answers().get(tie.second()).content()))),
            false,
            "ties, since a pair has a winner",
            "ties, since a list has one order",
            "the order among correct solutions and among wrong ones"),

    /** Which answers stand in the ranking without a rank. */
    UNRANKED(
            ranking -> answers(ranking)
                    .filter(at -> ranking.tiers().of(at).isEmpty())
                    .mapToObj(at -> mark(ranking) + ranking.answers().get(at).content()),
            false,
            "answers that were not ranked"),

    /** Which answers are good enough. */
    LINE(
            ranking -> ranking.judgement().acceptableTier() == null
                    ? Stream.of()
                    : answers(ranking)
                            .filter(at -> ranking.tiers().of(at).isPresent())
                            .mapToObj(at ->
                                    mark(ranking) + ranking.answers().get(at).content() + ranking.isAcceptable(at)),
            false,
            "the line of acceptable answers",
            "who judged, and the line of acceptable answers",
            "who judged, the line of acceptable answers and the strengths"),

    /** How much better. */
    STRENGTHS(
            ranking -> Stream.of(mark(ranking) + ranking.judgement().strengths()),
            true,
            "which pairs come from one ranking",
            "how strong the preference is",
            "who judged, and the strengths",
            "the strength, which nobody gave and which is written as 1, slight",
            "who judged, the line of acceptable answers and the strengths"),

    /** Who wrote the answers, and how they were made. */
    WRITERS(
            ranking -> pairs(ranking)
                    .flatMap(pair -> Stream.of(pair.better(), pair.worse()))
                    .map(at -> mark(ranking) + made(ranking.answers().get(at))),
            true,
            "who wrote the answers, and their other fields"),

    /** Who speaks in the prompt. */
    SPEAKERS(
            ranking -> Stream.of(ranking.prompt().stream()
                            .map(message -> message.role() + ": " + message.content())
                            .toList()
                    + ""),
            true,
            "who speaks in prompts of several messages, which are joined by blank lines",
            "messages of the system, for which a transcript has no speaker",
            "messages of the system, for which Open Assistant has no role"),

    /** What else the item said of itself. */
    FIELDS(
            ranking -> Stream.of(mark(ranking) + fields(ranking.attributes())),
            true,
            "id and source of the record",
            "fields of the record, which become those of its first message");

    private static final Pattern MARK = Pattern.compile("\\[q\\d]");

    private final Function<Ranking, Stream<String>> lines;
    private final boolean onceAnItem;
    private final Set<String> words;

    Aspect(Function<Ranking, Stream<String>> lines, boolean onceAnItem, String... words) {
        this.lines = lines;
        this.onceAnItem = onceAnItem;
        this.words = Set.of(words);
    }

    /** Returns what rankings say of it, in an order of its own. */
    List<String> of(List<Ranking> rankings) {
        Stream<String> all = rankings.stream().flatMap(lines).sorted();
        return onceAnItem ? all.distinct().toList() : all.toList();
    }

    /** Returns whether a report that names this loss has said that the aspect is lost. */
    boolean isLostWith(String loss) {
        return words.contains(loss);
    }

    private static Stream<Pair> pairs(Ranking ranking) {
        return ranking.pairs().stream();
    }

    private static IntStream answers(Ranking ranking) {
        return IntStream.range(0, ranking.answers().size());
    }

    private static String said(Ranking ranking, Pair pair) {
        return mark(ranking) + ranking.answers().get(pair.better()).content() + " > "
                + ranking.answers().get(pair.worse()).content();
    }

    private static String mark(Ranking ranking) {
        String prompt = ranking.prompt().getLast().content();
        return MARK.matcher(prompt).results().map(MatchResult::group).reduce("", (one, other) -> other) + " ";
    }

    /** People have other pseudonyms in another installation; the same letter is the same person. */
    private static String person(Ranking ranking) {
        return " by " + ranking.judgement().annotator();
    }

    private static String made(Answer answer) {
        String making = Stream.of("weights_sha256", "chat_template_sha256", "temperature", "seed")
                .map(name -> name + "="
                        + answer.extra().get(name).map(JsonNode::asText).orElse(""))
                .collect(Collectors.joining(","));
        return answer.content() + " by " + answer.generator() + " " + making;
    }

    private static String fields(Attributes attributes) {
        return attributes.language() + " " + attributes.source() + " "
                + attributes.extra().get("topic");
    }
}
