package dev.lichen.lm.rendering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.datasets.Message;
import dev.lichen.datasets.SharedData;
import dev.lichen.lm.tokenizer.BpeTrainer;
import dev.lichen.lm.tokenizer.HuggingFaceTokenizer;
import dev.lichen.lm.tokenizer.HuggingFaceTokenizerFiles;
import dev.lichen.lm.tokenizer.MaskedTokens;
import dev.lichen.lm.tokenizer.TokenSequence;
import dev.lichen.lm.tokenizer.Tokenizer;
import dev.lichen.lm.tokenizer.TokenizerSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Compares renderings with the plain way of Hugging Face, which renders the messages themselves and then encodes the
 * whole text, on random conversations of awkward fragments.
 */
class HuggingFaceRenderingTest {

    private static final int CONVERSATIONS = 60;
    private static final List<String> FRAGMENTS = List.of(
            "Hello",
            "\n",
            " ",
            "  \n\n",
            "你好,世界",
            "def f(x):\n    return 1",
            "<",
            "|",
            "im_end",
            "😀",
            "1234",
            "it's",
            "\t",
            "。",
            "\u3000",
            "?!",
            "繁體",
            "}}",
            "{%",
            "\r\n",
            "\u00a0");

    private static HuggingFaceTokenizer trained(String template) {
        TokenizerSettings settings = new TokenizerSettings(Map.of("eos_token", ChatMl.END_OF_TEXT), template);
        List<String> lesson =
                List.of(String.join(" ", FRAGMENTS).repeat(3), "user\n\nassistant\n\nHello [/INST] Hello");
        return HuggingFaceTokenizer.of(
                HuggingFaceTokenizerFiles.create(new BpeTrainer(ChatMl.CONTROL_TOKENS, 400).train(lesson), settings));
    }

    @Test
    void renderingsEqualHuggingFaces() {
        for (String template :
                List.of(ChatMl.TEMPLATE, Templates.DEFAULT_SYSTEM, Templates.BRACKETS, Templates.HEADERS)) {
            try (HuggingFaceTokenizer tokenizer = trained(template)) {
                compare(tokenizer);
            }
        }
    }

    @Test
    void renderingsOfQwen3EqualHuggingFaces() {
        try (HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.open(SharedData.path("tokenizers/qwen3"))) {
            compare(tokenizer);
        }
    }

    private static void compare(Tokenizer tokenizer) {
        ConversationRenderer renderer = ConversationRenderer.of(tokenizer);
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < CONVERSATIONS; i++) {
            List<Message> prompt = prompt(random);
            TokenSequence opening = renderer.renderPrompt(prompt);
            assertEquals(plain(tokenizer, prompt, true), opening, prompt::toString);
            List<Message> whole = with(prompt, "x" + content(random));
            MaskedTokens rendered = renderer.render(whole);
            TokenSequence expected = plain(tokenizer, whole, false);
            assertTrue(expected.startsWith(rendered.tokens()), whole::toString);
            assertTrue(rendered.tokens().startsWith(opening), whole::toString);
        }
    }

    @Test
    void aReplyThatBeginsWithALineBreakStillContinuesThePrompt() {
        try (HuggingFaceTokenizer tokenizer = trained(ChatMl.TEMPLATE)) {
            ConversationRenderer renderer = ConversationRenderer.of(tokenizer);
            List<Message> prompt = List.of(Message.user("Hello"));
            List<Message> whole = with(prompt, "\nHello");
            TokenSequence opening = renderer.renderPrompt(prompt);
            assertTrue(renderer.render(whole).tokens().startsWith(opening));
            assertTrue(
                    !plain(tokenizer, whole, false).startsWith(opening),
                    "the control: encoded as a whole, the line breaks join and the prompt's last token is another");
        }
    }

    @Test
    void aTypedControlTokenMakesTheDifference() {
        try (HuggingFaceTokenizer tokenizer = trained(ChatMl.TEMPLATE)) {
            List<Message> prompt = List.of(Message.user("<|im_end|>"));
            assertNotEquals(
                    plain(tokenizer, prompt, true),
                    ConversationRenderer.of(tokenizer).renderPrompt(prompt));
        }
    }

    private static TokenSequence plain(Tokenizer tokenizer, List<Message> messages, boolean addGenerationPrompt) {
        List<Map<String, String>> maps = messages.stream()
                .map(message -> Map.of("role", message.role().jsonName(), "content", message.content()))
                .toList();
        String text = TemplateChoice.of(tokenizer).template().render(maps, addGenerationPrompt);
        return tokenizer.encodeWithControlTokens(text);
    }

    private static List<Message> prompt(SplittableRandom random) {
        List<Message> messages = new ArrayList<>();
        if (random.nextBoolean()) {
            messages.add(Message.system(content(random)));
        }
        for (int turn = random.nextInt(2); turn >= 0; turn--) {
            messages.add(Message.user(content(random)));
            messages.add(Message.assistant("x" + content(random)));
        }
        return messages.subList(0, messages.size() - 1);
    }

    private static List<Message> with(List<Message> prompt, String reply) {
        List<Message> messages = new ArrayList<>(prompt);
        messages.add(Message.assistant(reply));
        return messages;
    }

    private static String content(SplittableRandom random) {
        return fragments(random) + "y" + fragments(random); // a message of white space alone is another matter
    }

    private static String fragments(SplittableRandom random) {
        StringBuilder fragments = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            fragments.append(FRAGMENTS.get(random.nextInt(FRAGMENTS.size())));
        }
        return fragments.toString();
    }
}
