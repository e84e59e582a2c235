package dev.lichen.evaluation.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class VisibleTextTest {

    @Test
    void tagsAreShownAndNotObeyed() {
        assertEquals("&lt;script&gt;alert(&#39;&amp;&quot;", VisibleText.content("<script>alert('&\""));
    }

    @Test
    void bidirectionalOverrideIsNamed() {
        String shown = VisibleText.content("safe\u202Egnp.exe\u2066");
        assertEquals(
                "safe<span class=\"hidden-character\">U+202E</span>gnp.exe<span class=\"hidden-character\">U+2066</span>",
                shown);
    }

    @Test
    void controlsZeroWidthAndLoneSurrogatesAreNamed() {
        for (String hidden : new String[] {"\u0000", "\u001B", "\u0085", "\u200B", "\uFEFF", "\uD800", "\u2028"}) {
            assertTrue(
                    VisibleText.content("a" + hidden + "b").contains("U+"),
                    () -> "shown as itself: " + (int) hidden.charAt(0));
            assertFalse(VisibleText.attribute("a" + hidden).contains("<"));
        }
    }

    @Test
    void ordinaryTextOfAnyLanguageIsItself() {
        String text = "因为天空，\n\tعربي עברית 👩\u200D🔬 ½";
        assertEquals(text, VisibleText.content(text));
    }
}
