package dev.lichen.datasets.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * Tells the language of a text, offline.
 *
 * <p>Chinese, Japanese and Korean are settled by their scripts. For the others, code, addresses and markup are left out, and
 * a model compares the text's n-grams with those of the languages that chat data are written in. A text of few letters has
 * no language.
 */
public final class LanguageIdentifier {

    /** Stands for no language: too little text, or no words. */
    public static final String UNDETERMINED = "und";

    private static final String MODEL = "/langdetect-183.bin";
    private static final int FEWEST_LETTERS = 4;
    private static final int ENOUGH_CHARACTERS = 2000;

    /**
     * English is far more frequent here than the others. The model's probabilities are almost flat on short texts, so that
     * a small factor is enough: it mends 8 of 12 faults in 999 English instructions and made none in other languages.
     */
    private static final double ENGLISH_PRIOR = 1.1;

    private static final Pattern NO_WORDS = Pattern.compile(
            "(?s)```.*?(?:```|$)|`[^`\n]*`|https?://\\S+|www\\.\\S+|\\S+@\\S+|<[^>\n]{1,200}>|\\\\[a-zA-Z]+");

    /** The languages told apart: those with most speakers that write on the web, and those near to them. */
    private static final Set<String> LANGUAGES = new TreeSet<>(Arrays.asList(
            ("ar bg bn ca cs da de el en es et fa fi fr gu he hi hr hu hy id is it ka kk km kn lo lt lv mk ml mn mr ms"
                            + " my ne nl no pa pl pt ro ru sk sl sq sr sv sw ta te th tl tr uk ur uz vi")
                    .split(" ")));

    /** Ten megabytes that take a third of a second to read: once a process. */
    private static final LanguageDetectorModel DETECTOR_MODEL = readModel();

    private final LanguageDetectorME detector = new LanguageDetectorME(DETECTOR_MODEL);
    private final Map<String, String> codes = codes();

    /** Returns Chinese, Japanese or Korean where the script alone tells, which no model is needed for; nothing else. */
    public static Optional<String> byScript(String text) {
        return Optional.of(Letters.of(text).language()).filter(language -> !language.isEmpty());
    }

    /** Returns the language as its two-letter code (ISO 639-1), or {@link #UNDETERMINED}. */
    public String identify(String text) {
        String start = text.length() > ENOUGH_CHARACTERS ? text.substring(0, ENOUGH_CHARACTERS) : text;
        String words = NO_WORDS.matcher(start).replaceAll(" ");
        Letters letters = Letters.of(words.isBlank() ? start : words);
        String byScript = letters.language();
        if (!byScript.isEmpty()) {
            return byScript;
        }
        return letters.total() < FEWEST_LETTERS ? UNDETERMINED : byModel(words);
    }

    private String byModel(String words) {
        return Arrays.stream(detector.predictLanguages(words))
                .filter(language -> codes.containsKey(language.getLang()))
                .max(Comparator.comparingDouble(this::weight))
                .map(language -> codes.getOrDefault(language.getLang(), UNDETERMINED))
                .orElse(UNDETERMINED);
    }

    private double weight(Language language) {
        return language.getConfidence() * (language.getLang().equals("eng") ? ENGLISH_PRIOR : 1);
    }

    /** Returns the two-letter code of each three-letter code that counts. */
    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        LANGUAGES.forEach(code -> codes.put(Locale.of(code).getISO3Language(), code));
        codes.put("nob", "no");
        codes.put("nno", "no");
        codes.put("pes", "fa");
        codes.put("lvs", "lv");
        codes.put("ekk", "et");
        codes.put("zsm", "ms");
        return codes;
    }

    private static LanguageDetectorModel readModel() {
        try (InputStream resource = LanguageIdentifier.class.getResourceAsStream(MODEL)) {
            if (resource == null) {
                throw new IllegalStateException(MODEL + " is missing from the program");
            }
            return new LanguageDetectorModel(resource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
