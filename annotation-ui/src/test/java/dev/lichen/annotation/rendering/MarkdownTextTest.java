package dev.lichen.annotation.rendering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MarkdownTextTest {

    private final MarkdownText markdown = new MarkdownText();

    @Test
    void paragraphsListsAndCodeKeepTheirForm() {
        String html = markdown.html("**bold**\n\n- one\n- two\n\n```java\nint a = 1 < 2;\n```");
        assertTrue(html.contains("<strong>bold</strong>"), html);
        assertTrue(html.contains("<li>one</li>"), html);
        assertTrue(html.contains("int a = 1 &lt; 2;"), html);
    }

    @Test
    void lineBreaksStay() {
        assertEquals("<p>first<br>second</p>", markdown.html("first\nsecond").strip());
    }

    @Test
    void theEmptyCornerOfATableIsNoHeader() {
        String html = markdown.html("| | rent |\n|---|---|\n| cost | high |");
        assertTrue(html.contains("<td></td>"), html);
        assertTrue(html.contains("<th>rent</th>"), html);
    }

    @Test
    void headingsStayBelowThePagesOwnAndSkipNoLevel() {
        String html = markdown.html("# one\n\n### two\n\n## three\n\n#### four");
        assertEquals(
                "h2 h3 h3 h4",
                html.replaceAll("(?s)<(h\\d)>.*?</h\\d>\\s*", "$1 ").strip());
    }

    @Test
    void languageOfCodeIsKeptAndNoOtherClass() {
        String html = markdown.html("```java spoken\nint i;\n```\n\n<code class=\"spoken\">x</code>");
        assertTrue(html.contains("<code class=\"language-java\">"), html);
        assertFalse(html.contains("<code class=\"spoken"), html);
    }

    @Test
    void htmlIsShownAsTheCharactersThatItIs() {
        String html = markdown.html("<script>alert(1)</script> and <b onclick=\"x()\">b</b>");
        assertFalse(html.contains("<script"), html);
        assertFalse(html.contains("<b "), html);
        assertTrue(html.contains("&lt;script&gt;"), html);
    }

    @Test
    void imagesBecomeWordsSoThatNothingIsFetched() {
        String html = markdown.html("![a cat](https://example.org/cat.png)");
        assertFalse(html.contains("<img"), html);
        assertFalse(html.contains("example.org"), html);
        assertTrue(html.contains("▧ a cat"), html);
    }

    @Test
    void linksRunNoScript() {
        String html = markdown.html("[x](javascript:alert(1)) [y](data:text/html,z) [z](https://example.org)");
        assertFalse(html.contains("javascript:"), html);
        assertFalse(html.contains("data:"), html);
        assertTrue(html.contains("rel=\"noopener noreferrer nofollow\""), html);
    }

    @Test
    void chineseTextPassesUnchanged() {
        assertEquals("<p>先看对不对：错的不如短的。</p>", markdown.html("先看对不对：错的不如短的。").strip());
    }
}
