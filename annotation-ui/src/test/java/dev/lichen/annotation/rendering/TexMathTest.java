package dev.lichen.annotation.rendering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TexMathTest {

    private final MarkdownText markdown = new MarkdownText();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x^2             | <msup><mi>x</mi><mrow><mn>2</mn></mrow></msup>
            a_{i j}         | <msub><mi>a</mi><mrow><mi>i</mi><mi>j</mi></mrow></msub>
            f'(x)           | <msup><mi>f</mi><mrow><mo>′</mo></mrow></msup><mo>(</mo><mi>x</mi><mo>)</mo>
            \\frac12        | <mfrac><mn>1</mn><mn>2</mn></mfrac>
            \\frac{a}{b}    | <mfrac><mrow><mi>a</mi></mrow><mrow><mi>b</mi></mrow></mfrac>
            \\sqrt[3]{x}    | <mroot><mrow><mi>x</mi></mrow><mrow><mn>3</mn></mrow></mroot>
            3.14 \\pi       | <mn>3.14</mn><mi>π</mi>
            \\mathbb{R}     | <mi>ℝ</mi>
            \\mathcal L     | <mi>ℒ</mi>
            a \\le b        | <mi>a</mi><mo>≤</mo><mi>b</mi>
            \\text{if } x   | <mtext>if </mtext><mi>x</mi>
            a < b           | <mi>a</mi><mo>&lt;</mo><mi>b</mi>
            \\hat{y}        | <mover accent="true"><mrow><mi>y</mi></mrow><mo>^</mo></mover>
            """)
    void texIsReadAsTexIs(String tex, String mathml) {
        assertEquals(Optional.of("<math><mrow>" + mathml + "</mrow></math>"), TexMath.mathml(tex, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\sum_{i=1}^n x_i",
                "\\left( \\frac{a}{b} \\right]",
                "\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}",
                "\\begin{cases} 1 & x > 0 \\\\ 0 & \\text{else} \\end{cases}",
                "\\begin{aligned} a &= b \\\\ &= c \\end{aligned}",
                "\\lim_{x \\to 0} \\frac{\\sin x}{x}",
                "\\binom{n}{k} \\cdot \\int_0^1 x\\,dx",
                "\\operatorname{argmax}_\\theta \\mathbb{E}[r] - \\beta \\, \\mathrm{KL}(\\pi \\| \\pi_0)",
                "x \\in \\{1, 2\\}, \\; a \\not= b \\pmod 3"
            })
    void whatAnswersUseIsUnderstood(String tex) {
        String mathml = TexMath.mathml(tex, true).orElseThrow();
        assertTrue(mathml.startsWith("<math display=\"block\">"), mathml);
        assertFalse(mathml.contains("\\"), mathml);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\unknown x", "{a", "a}", "^2", "\\left( a", "\\begin{pmatrix} a", "\\frac{a}", " "})
    void whatIsNotUnderstoodIsNothing(String tex) {
        assertEquals(Optional.empty(), TexMath.mathml(tex, false));
    }

    @Test
    void formulasStandInTheText() {
        assertEquals("<p>Let <math><mrow><mi>x</mi></mrow></math> be.</p>\n", markdown.html("Let $x$ be."));
        assertTrue(markdown.html("\\[ a_1 * b * c \\]").contains("<msub>"));
        assertTrue(markdown.html("$$\na\n+ b\n- c\n$$").contains("<math display=\"block\">"));
    }

    @Test
    void moneyAndCodeStayAsTheyAre() {
        assertEquals("<p>It costs $5 or $10.</p>\n", markdown.html("It costs $5 or $10."));
        assertEquals("<p><code>echo $a$b</code></p>\n", markdown.html("`echo $a$b`"));
        assertTrue(markdown.html("```\n$$\nx\n$$\n```").contains("$$\nx\n$$"));
    }

    @Test
    void aFormulaThatIsNotUnderstoodIsShownAsItWasTyped() {
        assertEquals("<p><code>$\\unknown{x}$</code></p>\n", markdown.html("$\\unknown{x}$"));
    }

    @Test
    void nothingHidesInAFormula() {
        String html = markdown.html("$\\text{<script>alert(1)</script><a href=\"javascript:x\">b</a>}$");
        assertFalse(html.contains("<script") || html.contains("<a "), html);
        assertTrue(html.contains("&lt;script"), html);
    }
}
