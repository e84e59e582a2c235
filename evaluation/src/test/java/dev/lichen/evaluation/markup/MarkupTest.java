package dev.lichen.evaluation.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class MarkupTest {

    @Test
    void elementsCloseInOrder() {
        String markup = Markup.fragment()
                .open("b", "class", "a\"b")
                .element("i", "x<y")
                .close()
                .toString();
        assertEquals("<b class=\"a&quot;b\"><i>x&lt;y</i></b>", markup);
    }

    @Test
    void anElementLeftOpenIsAnError() {
        Markup markup = Markup.fragment().open("b");
        assertThrows(IllegalStateException.class, markup::toString);
    }

    @Test
    void closingTooOftenIsAnError() {
        Markup markup = Markup.fragment();
        assertThrows(IllegalStateException.class, markup::close);
    }

    @Test
    void aStyleSheetCannotEndItself() {
        Markup markup = Markup.fragment();
        assertThrows(IllegalArgumentException.class, () -> markup.style("a{}</style><script>"));
    }
}
