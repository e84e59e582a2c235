package dev.lichen.annotation.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.annotation.account.AccountRefusal;
import dev.lichen.annotation.queue.WorkRefusal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PageTextsTest {

    private final PageTexts texts = new PageTexts();

    @Test
    void everyLanguageHasTheSameTexts() {
        assertEquals(
                texts.startingWith("", Locale.ENGLISH).keySet(),
                texts.startingWith("", Locale.CHINESE).keySet());
    }

    @Test
    void everyLanguageNamesTheSameParameters() {
        Map<String, String> chinese = texts.startingWith("", Locale.CHINESE);
        texts.startingWith("", Locale.ENGLISH)
                .forEach((key, text) -> assertEquals(parameters(text), parameters(chinese.get(key)), key));
    }

    @Test
    void parametersAreFilledIn() {
        assertEquals("You are signed in as ada.", texts.getTranslation("join.known", Locale.ENGLISH, "ada"));
    }

    @Test
    void aLanguageThatIsNotSpokenGetsEnglish() {
        assertEquals("Save", texts.getTranslation("save", Locale.FRENCH));
        assertEquals("保存", texts.getTranslation("save", Locale.TRADITIONAL_CHINESE));
    }

    @Test
    void anUnknownTextIsItsKey() {
        assertEquals("no.such.text", texts.getTranslation("no.such.text", Locale.ENGLISH));
    }

    @Test
    void everyRefusalOfAnAccountHasWords() {
        for (AccountRefusal reason : AccountRefusal.values()) {
            String key = "refused." + reason;
            assertNotEquals(key, texts.getTranslation(key, Locale.CHINESE));
        }
    }

    @Test
    void everyRefusalOfWorkHasWords() {
        for (WorkRefusal reason : WorkRefusal.values()) {
            String key = "work.refused." + reason;
            boolean hasWords = !texts.getTranslation(key, Locale.CHINESE).equals(key);
            assertEquals(reason != WorkRefusal.MALFORMED, hasWords, key);
        }
    }

    @Test
    void noTextIsEmpty() {
        assertTrue(texts.startingWith("", Locale.CHINESE).values().stream().noneMatch(String::isBlank));
    }

    private static String parameters(String text) {
        return Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .map(match -> match.group())
                .sorted()
                .collect(Collectors.joining());
    }
}
