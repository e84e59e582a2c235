package dev.lichen.annotation.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.annotation.account.AccountRefusal;
import dev.lichen.annotation.project.ProjectException;
import dev.lichen.annotation.project.ProjectRefusal;
import dev.lichen.annotation.queue.WorkRefusal;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PageTextsTest {

    private static final String OF_PROJECTS = "refused.project.";

    private final PageTexts texts = new PageTexts();

    @Test
    void everyLanguageHasTheSameTexts() {
        Set<String> chinese =
                new HashSet<>(texts.startingWith("", Locale.CHINESE).keySet());
        chinese.removeIf(key -> key.startsWith(OF_PROJECTS));
        assertEquals(texts.startingWith("", Locale.ENGLISH).keySet(), chinese);
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

    /** English is what the service says; only the other language has words of its own. */
    @Test
    void everyRefusalOfAProjectHasWordsWithItsParameters() {
        for (ProjectRefusal reason : ProjectRefusal.values()) {
            String key = OF_PROJECTS + reason;
            String chinese = texts.getTranslation(key, Locale.CHINESE);
            assertNotEquals(key, chinese);
            assertEquals(parameters(new ProjectException(reason).getMessage()), parameters(chinese), key);
        }
    }

    @Test
    void refusalOfAProjectIsSaidInTheReadersLanguage() {
        ProjectException refusal = new ProjectException(ProjectRefusal.BAD_OVERLAP, 200, 100);
        assertEquals("评判次数须在 1 与 100 之间，现为 200。", words(refusal, Locale.CHINESE));
        assertEquals("Bad overlap: found 200, expected 1 to 100", words(refusal, Locale.ENGLISH));
    }

    private String words(ProjectException refusal, Locale locale) {
        return Refusals.words(refusal, (key, values) -> texts.getTranslation(key, locale, values));
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
