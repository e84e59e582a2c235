package dev.lichen.datasets.statistics.judgements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.databind.node.ValueNode;
import dev.lichen.datasets.Answer;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Judgement;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.Rating;
import dev.lichen.datasets.Tiers;
import dev.lichen.datasets.statistics.ClusterBootstrap;
import dev.lichen.datasets.statistics.Undefined;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AgreementReportTest {

    private static final double EXACT = 1e-9;
    private static final double NONE = Double.NaN;

    /** Siegel's interviewers: one task, three annotators, six answers. */
    @Test
    void oneTaskHasValuesAndNoIntervals() {
        List<JsonRecord> records = List.of(
                ranking("q", "one", 1, 6, 3, 2, 5, 4),
                ranking("q", "two", 1, 5, 6, 4, 2, 3),
                ranking("q", "three", 6, 3, 2, 5, 4, 1));
        Agreement agreement = report(records).agreements().getFirst();
        assertEquals(17.0 / 105, value(agreement.overall(), RankingFigures.W), EXACT);
        assertEquals((0.2 - 2 * 0.4666666666666667) / 3, value(agreement.overall(), RankingFigures.TAU_B), EXACT);
        Figure w = figure(agreement.overall(), RankingFigures.W);
        assertNull(w.low());
        assertEquals(Undefined.Reason.TOO_FEW_CLUSTERS, w.undefined());
        assertEquals(new Overlap(3, 1, 1, 1, 3, 0), agreement.overlap());
        assertEquals(-2.0 / 15, value(figures(agreement, "one"), AnnotatorRankings.TAU_B), EXACT);
    }

    @Test
    void placeOfAnswersInTheRecordDoesNotMatter() {
        Ranking turned = new Ranking(
                List.of(Message.user("q")),
                List.of(new Answer("answer 2"), new Answer("answer 0"), new Answer("answer 1")),
                Tiers.of(3, 1, 2),
                Judgement.by("two"),
                Attributes.none());
        Agreement agreement = report(List.of(ranking("q", "one", 1, 2, 3), turned))
                .agreements()
                .getFirst();
        assertEquals(1, value(agreement.overall(), RankingFigures.TAU_B), EXACT);
        assertEquals(1, value(agreement.overall(), RankingFigures.ALPHA), EXACT);
        assertEquals(1, value(agreement.overall(), RankingFigures.PAIRS), EXACT);
    }

    /** If answers went by place, the turned record would disagree. */
    @Test
    void negativeControlPlacesInsteadOfAnswersDisagree() {
        Agreement agreement = report(List.of(ranking("q", "one", 1, 2, 3), ranking("q", "two", 3, 1, 2)))
                .agreements()
                .getFirst();
        assertEquals(-1.0 / 3, value(agreement.overall(), RankingFigures.TAU_B), EXACT);
    }

    /** Krippendorff's 2011 matrix as ratings: observers are annotators, units are answers to their own prompts. */
    @Test
    void ratingsHaveAlphaInFourMetrics() {
        double[][] observers = {
            {1, 2, 3, 3, 2, 1, 4, 1, 2, NONE, NONE, NONE},
            {1, 2, 3, 3, 2, 2, 4, 1, 2, 5, NONE, 3},
            {NONE, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, NONE},
            {1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, NONE}
        };
        List<JsonRecord> records = new ArrayList<>();
        for (int observer = 0; observer < 4; observer++) {
            for (int unit = 0; unit < 12; unit++) {
                if (!Double.isNaN(observers[observer][unit])) {
                    records.add(
                            rating("unit " + unit, "observer " + observer, new DoubleNode(observers[observer][unit])));
                }
            }
        }
        Agreement agreement = report(records).agreements().getFirst();
        assertEquals("helpful", agreement.judged());
        assertEquals(113.0 / 152, value(agreement.overall(), "Krippendorff's alpha, nominal"), EXACT);
        assertEquals(108577.0 / 133160, value(agreement.overall(), "Krippendorff's alpha, ordinal"), EXACT);
        assertEquals(951.0 / 1120, value(agreement.overall(), "Krippendorff's alpha, interval"), EXACT);
        assertEquals(0.797402774711612, value(agreement.overall(), "Krippendorff's alpha, ratio"), EXACT);
        assertNotNull(
                figure(agreement.overall(), "Krippendorff's alpha, ordinal").low());
        assertEquals(
                Undefined.Reason.UNEVEN_DESIGN,
                figure(agreement.overall(), RatingFigures.FLEISS).undefined());
        assertFalse(figures(agreement, "observer 0").isEmpty());
    }

    /** Cohen's table [[20, 5], [10, 15]]. */
    @Test
    void twoRatersOfWordsHaveCohensKappa() {
        List<JsonRecord> records = new ArrayList<>();
        int unit = 0;
        for (String[] cell :
                new String[][] {{"yes", "yes", "20"}, {"yes", "no", "5"}, {"no", "yes", "10"}, {"no", "no", "15"}}) {
            for (int n = 0; n < Integer.parseInt(cell[2]); n++) {
                records.add(rating("unit " + unit, "a", new TextNode(cell[0])));
                records.add(rating("unit " + unit++, "b", new TextNode(cell[1])));
            }
        }
        Agreement agreement = report(records).agreements().getFirst();
        assertEquals(0.4, value(agreement.overall(), RatingFigures.COHEN), EXACT);
        assertEquals(0.7, value(agreement.overall(), RatingFigures.EXACT), EXACT);
        assertEquals(
                1,
                agreement.overall().stream()
                        .filter(f -> f.statistic().startsWith(RatingFigures.COHEN))
                        .count());
    }

    @Test
    void numbersWrittenAsWordsAreNumbers() {
        List<JsonRecord> records = List.of(
                rating("x", "a", new TextNode("4")),
                rating("x", "b", new DoubleNode(4.0)),
                rating("y", "a", new TextNode("1")),
                rating("y", "b", new TextNode("2")));
        Agreement agreement = report(records).agreements().getFirst();
        assertEquals(0.5, value(agreement.overall(), RatingFigures.EXACT), EXACT);
        assertEquals(-0.5, value(figures(agreement, "a"), AnnotatorRatings.DIFFERENCE), EXACT);
    }

    @Test
    void languagesAreReportedApart() {
        List<JsonRecord> records = List.of(
                in("zh", ranking("q", "one", 1, 2)),
                in("zh", ranking("q", "two", 1, 2)),
                in("en", ranking("r", "one", 1, 2)),
                in("en", ranking("r", "two", 2, 1)));
        Agreement agreement = report(records).agreements().getFirst();
        assertEquals(List.of("en", "zh"), List.copyOf(agreement.byLanguage().keySet()));
        assertEquals(1, value(agreement.byLanguage().getOrDefault("zh", List.of()), RankingFigures.TAU_B), EXACT);
        assertEquals(-1, value(agreement.byLanguage().getOrDefault("en", List.of()), RankingFigures.TAU_B), EXACT);
    }

    @Test
    void lastRankingOfAnAnnotatorCountsAndRepeatsAreCompared() {
        List<JsonRecord> records =
                List.of(ranking("q", "one", 2, 1), ranking("q", "one", 1, 2), ranking("q", "two", 1, 2));
        Agreement agreement = report(records).agreements().getFirst();
        assertEquals(1, value(agreement.overall(), RankingFigures.TAU_B), EXACT);
        assertEquals(-1, value(agreement.overall(), RankingFigures.SELF), EXACT);
    }

    @Test
    void rankingsThatNobodySharesSayWhy() {
        Agreement agreement = report(List.of(ranking("q", "one", 1, 2), ranking("r", "two", 1, 2)))
                .agreements()
                .getFirst();
        for (Figure figure : agreement.overall()) {
            assertNull(figure.value());
            assertEquals("no two annotators ranked the same answers to the same prompt", figure.why());
        }
    }

    @Test
    void namelessRankingsAreByDifferentPeople() {
        Ranking nameless = new Ranking(
                List.of(Message.user("q")), List.of(new Answer("answer 0"), new Answer("answer 1")), Tiers.of(1, 2));
        Agreement agreement = report(List.of(nameless, nameless)).agreements().getFirst();
        assertEquals(1, value(agreement.overall(), RankingFigures.TAU_B), EXACT);
        assertEquals(new Overlap(2, 1, 1, 1, 0, 2), agreement.overlap());
        assertTrue(agreement.byAnnotator().isEmpty());
    }

    @Test
    void consensusNamesTiersInTheOrderOfAnswers() {
        List<JsonRecord> records =
                List.of(ranking("q", "one", 2, 1, 3), ranking("q", "two", 2, 1, 3), ranking("q", "three", 1, 2, 3));
        Consensus consensus = report(records).consensuses().findFirst().orElseThrow();
        assertEquals(List.of(2, 1, 3), consensus.rankedPairs());
        assertEquals(List.of(2, 1, 3), consensus.kemeny());
        assertFalse(consensus.cycle());
    }

    @Test
    void generatorsHaveStrengths() {
        List<JsonRecord> records = new ArrayList<>();
        for (int prompt = 0; prompt < 40; prompt++) {
            records.add(new Ranking(
                    List.of(Message.user("q" + prompt)),
                    List.of(new Answer("x", "strong"), new Answer("y", "weak")),
                    prompt % 4 == 0 ? Tiers.of(2, 1) : Tiers.of(1, 2)));
        }
        List<Figure> generators = report(records).agreements().getFirst().generators();
        assertEquals("Elo of strong", generators.getFirst().statistic());
        assertEquals(200 * Math.log10(3), value(generators, "Elo of strong"), 1e-6);
    }

    @Test
    void renamingAnnotatorsAndReorderingRecordsChangesNothing() {
        List<JsonRecord> records = random(30);
        List<JsonRecord> renamed = new ArrayList<>();
        for (JsonRecord one : records.reversed()) {
            Ranking ranking = (Ranking) one;
            renamed.add(new Ranking(
                    ranking.prompt(),
                    ranking.answers(),
                    ranking.tiers(),
                    Judgement.by("z" + ranking.judgement().annotator()),
                    ranking.attributes()));
        }
        Agreement before = report(records).agreements().getFirst();
        Agreement after = report(renamed).agreements().getFirst();
        for (Figure figure : before.overall()) {
            assertEquals(figure.value(), value(after.overall(), figure.statistic()), EXACT);
        }
        assertEquals(
                value(figures(before, "a1"), AnnotatorRankings.RELIABILITY),
                value(figures(after, "za1"), AnnotatorRankings.RELIABILITY),
                1e-6);
    }

    private static List<JsonRecord> random(int prompts) {
        SplittableRandom random = new SplittableRandom(1);
        List<JsonRecord> records = new ArrayList<>();
        for (int prompt = 0; prompt < prompts; prompt++) {
            for (int annotator = 0; annotator < 3; annotator++) {
                List<Double> scores = IntStream.range(0, 4)
                        .mapToObj(answer -> (double) answer + random.nextInt(4))
                        .toList();
                records.add(new Ranking(
                        List.of(Message.user("q" + prompt)),
                        answers(4),
                        Tiers.ofScores(scores),
                        Judgement.by("a" + annotator),
                        Attributes.none()));
            }
        }
        return records;
    }

    private static AgreementReport report(List<? extends JsonRecord> records) {
        AgreementReport report = new AgreementReport(ClusterBootstrap.of(1));
        records.forEach(report::add);
        return report;
    }

    private static List<Answer> answers(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Answer("answer " + i))
                .toList();
    }

    private static Ranking ranking(String question, String annotator, int... tiers) {
        return new Ranking(
                List.of(Message.user(question)),
                answers(tiers.length),
                Tiers.of(tiers),
                Judgement.by(annotator),
                Attributes.none());
    }

    private static Ranking in(String language, Ranking ranking) {
        return new Ranking(
                ranking.prompt(),
                ranking.answers(),
                ranking.tiers(),
                ranking.judgement(),
                Attributes.none().withLanguage(language));
    }

    private static Rating rating(String question, String annotator, ValueNode value) {
        return new Rating(
                List.of(Message.user(question)),
                "answer",
                new Rating.Verdict("helpful", value, annotator),
                Attributes.none());
    }

    private static List<Figure> figures(Agreement agreement, String annotator) {
        return agreement.byAnnotator().getOrDefault(annotator, List.of());
    }

    private static Figure figure(List<Figure> figures, String statistic) {
        return figures.stream()
                .filter(f -> f.statistic().equals(statistic))
                .findFirst()
                .orElseThrow();
    }

    private static double value(List<Figure> figures, String statistic) {
        Double value = figure(figures, statistic).value();
        assertNotNull(value, figure(figures, statistic).why());
        return value;
    }
}
