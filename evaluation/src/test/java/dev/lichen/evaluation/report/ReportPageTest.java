package dev.lichen.evaluation.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Seals the page's structure (golden file: its elements with ids, classes, scopes and languages) and what it must never
 * do: fetch, run, or show a number that the JSON does not hold.
 */
class ReportPageTest {
    private static final Pattern DRAWING = Pattern.compile("<svg.*?</svg>", Pattern.DOTALL);
    private static final Pattern STYLE = Pattern.compile("<style>.*?</style>", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern ATTRIBUTE = Pattern.compile("<([a-z0-9]+)((?: [a-z-]+=\"[^\"]*\")*)>");
    private static final Pattern NUMBER = Pattern.compile("(?<![A-Za-z0-9_.-])[\u2212-]?\\d+(?:\\.\\d+)?(?:e-?\\d+)?");

    @Test
    void pageFetchesAndRunsNothing() {
        String page = ReportPage.render(InventedReport.gain());
        for (String forbidden : List.of("<script", "http:", "https:", "src=", "url(", "@import", "<link", "<iframe")) {
            assertFalse(page.contains(forbidden), forbidden);
        }
        assertTrue(page.contains("default-src &#39;none&#39;"));
    }

    @Test
    void structureIsTheGoldenOne() throws IOException {
        GoldenFile.assertMatches("report-structure.txt", structure(ReportPage.render(InventedReport.gain())));
    }

    @Test
    void everyNumberShownStandsInTheJson() throws IOException {
        for (Report report : List.of(InventedReport.gain(), InventedReport.withoutGain(), runs())) {
            Set<String> known = known(ReportJson.write(report));
            List<String> unknown = numbers(ReportPage.render(report)).stream()
                    .filter(number -> !known.contains(number))
                    .toList();
            assertEquals(List.of(), unknown);
        }
    }

    @Test
    void numberThatTheJsonLacksWouldBeSeen() throws IOException {
        Set<String> known = known(ReportJson.write(InventedReport.gain()));
        assertFalse(known.contains("61.5"));
        assertEquals(List.of("61.5", "\u22120.25"), numbers("<p>61.5% and \u22120.25</p>"));
    }

    @Test
    void textsCannotBecomeMarkup() {
        String attack = "</title></style><script>alert(1)</script><img src=x onerror='a'>\" onload=\"a";
        String page = ReportPage.render(Reports.saying(attack));
        assertFalse(page.contains("<script"));
        assertFalse(page.contains("<img"));
        assertEquals(0, count(page, "<[^>]*\\son[a-z]+="), "an attribute was injected");
        assertEquals(1, count(page, "</style>"));
    }

    @Test
    void overridesAndControlsAreShownAsCodePoints() {
        String page = ReportPage.render(Reports.saying("a\u202Eb\u0007c\u2069"));
        assertFalse(page.contains("\u202E"));
        assertFalse(page.contains("\u0007"));
        assertTrue(page.contains("U+202E"));
        assertTrue(page.contains("U+0007"));
    }

    @Test
    void chineseSamplesSaySo() {
        assertTrue(ReportPage.render(InventedReport.gain()).contains("dir=\"auto\" lang=\"zh\">\u8BF7"));
    }

    @Test
    void languageThatIsNoTagIsLeftOut() {
        assertFalse(ReportPage.render(Reports.saying("no tag")).contains("lang=\"no tag\""));
    }

    @Test
    void everyTableHasACaptionAndEveryHeaderAScope() {
        String page = ReportPage.render(runs());
        assertEquals(count(page, "<table"), count(page, "<caption"));
        assertEquals(count(page, "<th[ >]"), count(page, "<th [^>]*scope="));
        assertEquals(count(page, "<figure[ >]"), count(page, "<figcaption"));
        assertEquals(1, count(page, "<h1"));
    }

    @Test
    void nothingMeasuredMakesAPageThatSaysSo() {
        String page = ReportPage.render(Reports.empty());
        assertTrue(page.contains("No win rate was measured."));
        assertTrue(page.contains("This was not measured."));
        assertTrue(page.contains("No training curves were recorded."));
    }

    private static Report runs() {
        Report report = InventedReport.gain();
        return report.beside(List.of(RunHeadline.of("one", report), RunHeadline.of("two", Reports.empty())));
    }

    private static String structure(String page) {
        return ATTRIBUTE
                .matcher(
                        STYLE.matcher(DRAWING.matcher(page).replaceAll("<svg>")).replaceAll("<style>"))
                .results()
                .map(ReportPageTest::element)
                .distinct()
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String element(MatchResult tag) {
        return tag.group(1)
                + Pattern.compile(" (id|class|scope|lang|dir|role)=\"[^\"]*\"")
                        .matcher(tag.group(2))
                        .results()
                        .map(MatchResult::group)
                        .collect(Collectors.joining());
    }

    /** Returns the numbers a reader sees; those of drawings are axis labels. */
    private static List<String> numbers(String page) {
        String body = page.substring(Math.max(0, page.indexOf("<body>")));
        String text = TAG.matcher(DRAWING.matcher(body).replaceAll(" ")).replaceAll(" ");
        return NUMBER.matcher(text.replaceAll("&#39;", "'"))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    /** Returns every way in which the page may write a number of the JSON. */
    private static Set<String> known(String json) throws IOException {
        Set<String> known = new TreeSet<>();
        add(new JsonMapper().readTree(json), known);
        return known;
    }

    private static void add(JsonNode node, Set<String> known) {
        if (node.isNumber()) {
            double value = node.asDouble();
            known.add(Figures.number(value));
            known.add(Figures.percent(value).replace("%", ""));
            known.add(String.valueOf(Math.round(value * 100)));
            known.add(node.asText());
            NUMBER.matcher(Figures.duration(Math.abs(value))).results().forEach(part -> known.add(part.group()));
        } else if (node.isTextual()) {
            NUMBER.matcher(node.asText()).results().forEach(part -> known.add(part.group()));
        } else {
            node.forEach(child -> add(child, known));
        }
    }

    private static long count(String page, String pattern) {
        return Pattern.compile(pattern).matcher(page).results().count();
    }
}
