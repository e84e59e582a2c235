package dev.lichen.datasets.cleaning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PageCleanerTest {

    private static final String ARTICLE =
            "The harbour office said on Monday that the casino on the quay, which has forty"
                    + " poker tables and a licence for sports betting, will close in June because too few people come.";

    @Test
    void articleIsKeptAndItsFrameOfGamblingLinksDropped() throws IOException {
        assertEquals(resource("framed-article.clean.txt").strip(), clean(resource("framed-article.txt")));
    }

    @Test
    void findingsSayWhatWasDropped() throws IOException {
        var findings = PageCleaner.edit(resource("framed-article.txt")).findings();
        assertEquals(2, findings.stream().filter("advertising"::equals).count());
        assertEquals(2, findings.stream().filter("furniture"::equals).count());
    }

    /** What the report is about is what the advertisement is made of; only the share differs. */
    @Test
    void negativeControlReportOnGamblingIsNoAdvertisement() {
        assertEquals(ARTICLE, clean(ARTICLE));
        String chinese = "澳門上月的賭場收入比去年多了兩成，主管部門說，來的人多數是一家大小，賭桌前反而比從前冷清，餐廳和劇場賺得更多。";
        assertEquals(chinese, clean(chinese));
    }

    @Test
    void htmlPageGivesItsArticle() {
        String html = """
                <!DOCTYPE html><html><head><title>x</title><script>var a = "<p>no</p>";</script></head><body>
                <nav><a href="/">Home</a> <a href="/news">News</a></nav>
                <div class="menu"><a href="/a">World</a> | <a href="/b">Sport</a> | <a href="/c">Culture</a></div>
                <h1>Swifts return to the tower</h1>
                <p>For the first time in <b>twelve</b> years swifts nest in the old water tower, a teacher of the
                nearby school <a href="/school">reported</a> on Tuesday.</p>
                <p>Casino bonus! 200 free spins, no deposit, <a href="http://x.bet">play now</a></p>
                <p>The pupils count the birds every evening and write the numbers on a wall in the hall.</p>
                <p>Share this article</p>
                <footer>© 2023 The Gazette. All rights reserved.</footer></body></html>
                """;
        assertEquals("""
                Swifts return to the tower

                For the first time in twelve years swifts nest in the old water tower, a teacher of the nearby school reported on Tuesday.

                The pupils count the birds every evening and write the numbers on a wall in the hall.\
                """, clean(html));
    }

    @Test
    void textThatLosesNothingStaysToTheCharacter() {
        String text = "A title\n\n\n" + ARTICLE + "  \n\nShort line\n" + ARTICLE + "\n";
        assertFalse(PageCleaner.edit(text).changes());
        assertEquals(text, clean(text));
    }

    @Test
    void pageWithoutSentencesKeepsWhatIsNoFurniture() {
        assertEquals("床前明月光\n疑是地上霜", clean("床前明月光\n疑是地上霜"));
        assertTrue(clean("Home | News | Sport | Weather\n© 2023").isEmpty());
    }

    private static String clean(String page) {
        return PageCleaner.edit(page).text();
    }

    private static String resource(String name) throws IOException {
        try (InputStream resource = PageCleanerTest.class.getResourceAsStream(name)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
