package dev.lichen.lm.rendering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What templates do, as Jinja 3.1 does it with the settings of Hugging Face. */
class ChatTemplateTest {

    private static final List<Map<String, String>> MESSAGES =
            List.of(Map.of("role", "user", "content", " Hi\n"), Map.of("role", "assistant", "content", "a b"));

    private static String render(String source) {
        return ChatTemplate.of(source, Map.of("eos_token", "</s>")).render(MESSAGES, true);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '`', textBlock = """
                    messages[0].content.strip()                       # Hi
                    messages[0]['content'] | trim                     # Hi
                    messages[0].content.lstrip() + '.'                # `Hi\n.`
                    '//a/'.strip('/')                                 # a
                    'a</t>b</t>c'.split('</t>')[-1]                   # c
                    'a-b-c'.split('-', 1)[-1]                         # b-c
                    ' a  b '.split() | join('+')                      # a+b
                    'abc'.startswith('ab') and 'abc'.endswith('bc')   # true
                    messages[1].content.title() ~ 'x'.upper()         # A BX
                    'Ab'.lower() + 'bC'.capitalize()                  # abBc
                    'a-b'.replace('-', '+')                           # a+b
                    messages[::-1][0].role                            # assistant
                    messages[1:][0].role                              # assistant
                    messages[-1].role                                 # assistant
                    messages | length - 1                             # 1
                    'name' if tools is defined else 'none'            # none
                    eos_token + bos_token | default('')               # </s>
                    messages | map(attribute='role') | join(',')      # user,assistant
                    strftime_now('%d %b %Y, %B, %y-%m, %A %%')        # 26 Jul 2024, July, 24-07, Friday %
                    messages[0].get('content') is string              # true
                    (2 % 2 == 0) != ('a' in 'abc')                    # false
                    """)
    void expressionsMeanWhatTheyMeanInPython(String expression, String expected) {
        assertEquals(expected.replace("\\n", "\n"), render("{{ " + expression + " }}"));
    }

    @Test
    void mapsListTheirItems() {
        assertEquals(
                "a=1;",
                ChatTemplate.of("{% for k, v in m.items() %}{{ k }}={{ v }};{% endfor %}", Map.of("m", Map.of("a", 1)))
                        .render(MESSAGES, false));
    }

    @Test
    void namespacesOutliveLoops() {
        assertEquals(
                "2,1",
                render("{% set ns = namespace(n=0, last=messages|length - 1, f=[1, (2)]) %}"
                        + "{% for m in messages %}{% set ns.n = ns.n + 1 %}{% endfor %}{{ ns.n }},{{ ns.last }}"));
    }

    @Test
    void linesOfStatementsLeaveNoSpace() {
        assertEquals("A\nB\n", render("  {% if true %}\nA\n  {% endif %}\nB\n\n"));
        assertEquals("A", render("\n  {%- if true -%}\n  A\n  {%- endif -%}\n  "));
        assertEquals("x", render("{# a\n comment #}x\n"));
    }

    @Test
    void theGenerationTagIsTransparent() {
        assertEquals("axb", render("a{% generation %}x{% endgeneration %}b"));
        assertEquals("axb", render("a \n{%- generation -%} x {%- endgeneration -%} b"));
    }

    @Test
    void messagesAreNeverTemplates() {
        List<Map<String, String>> messages = List.of(Map.of("role", "user", "content", "{{ 1 + 1 }}{% if %}"));
        assertEquals(
                "{{ 1 + 1 }}{% if %}",
                ChatTemplate.of("{{ messages[0].content }}", Map.of()).render(messages, false));
    }

    @Test
    void nothingIsEscapedForHtml() {
        assertEquals("<a href=\"b\">&'", render("{{ '<a href=\"b\">&' + \"'\" }}"));
    }

    @Test
    void aRefusalCarriesTheTemplatesWords() {
        ChatTemplateException refused = assertThrows(
                ChatTemplateException.class, () -> render("{{ raise_exception('System role not supported') }}"));
        assertEquals("the chat template refuses the conversation: System role not supported", refused.getMessage());
    }

    @Test
    void whatDoesNotParseIsAnError() {
        assertThrows(ChatTemplateException.class, () -> render("{{ messages.content.nosuchmethod() }}"));
        assertThrows(ChatTemplateException.class, () -> render("{% for %}"));
        assertThrows(ChatTemplateException.class, () -> render("{% set ns = namespace(a=1 %}"));
    }
}
