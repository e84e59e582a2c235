package dev.lichen.datasets.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.datasets.Contents;
import dev.lichen.datasets.SharedData;
import dev.lichen.datasets.formats.Datasets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LanguageIdentifierTest {

    private static final LanguageIdentifier IDENTIFIER = new LanguageIdentifier();

    @Test
    void scriptsSettleTheLanguagesOfEastAsia() {
        assertEquals("zh", identify("什么是 RLHF?"));
        assertEquals("zh", identify("請問圖書館在哪裡"));
        assertEquals("ja", identify("図書館はどこですか"));
        assertEquals("ko", identify("도서관이 어디에 있습니까"));
    }

    @Test
    void otherLanguagesAreToldByTheirWords() {
        assertEquals("en", identify("Where is the library, and when does it open?"));
        assertEquals("en", identify("What is the pinyin of 是 in this sentence?"));
        assertEquals("fr", identify("Où est la bibliothèque, et quand ouvre-t-elle ses portes ?"));
        assertEquals("de", identify("Wo ist die Bibliothek, und wann öffnet sie am Sonntag?"));
        assertEquals("es", identify("¿Dónde está la biblioteca y cuándo abre los domingos?"));
        assertEquals("ru", identify("Где находится библиотека и когда она открывается?"));
    }

    @Test
    void codeAddressesAndMarkupDoNotCount() {
        assertEquals("zh", identify("请解释下面的代码：\n```python\nfor item in list_of_items:\n    print(item)\n```"));
        assertEquals(
                "en", identify("Please read https://www.bibliotheque-nationale.fr/accueil/les-collections for me."));
    }

    @Test
    void textWithoutWordsHasNoLanguage() {
        assertEquals("und", identify(""));
        assertEquals("und", identify("12 × 3 + 9 = ?"));
    }

    @Test
    void negativeControlScriptAloneCannotTellFrenchFromEnglish() {
        assertEquals("", Letters.of("Où est la bibliothèque ?").language());
    }

    /** The shares are below one since some records are translations, sums or single names. */
    @Test
    void realInstructionsAreIdentified() {
        assertShare("llamafactory-demo/alpaca_zh_demo.json", "zh", 0.98);
        assertShare("llamafactory-demo/alpaca_en_demo.json", "en", 0.98);
        assertShare("hh-rlhf-harmless-test/harmless-base-test.jsonl", "en", 0.995);
    }

    private static void assertShare(String file, String language, double least) {
        Path path = SharedData.path(file);
        Map<String, Integer> counts = new HashMap<>();
        Datasets.scan(path, one -> counts.merge(identify(Contents.of(one).text()), 1, Integer::sum));
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        assertTrue(counts.getOrDefault(language, 0) >= least * all, counts.toString());
    }

    private static String identify(String text) {
        return IDENTIFIER.identify(text);
    }
}
