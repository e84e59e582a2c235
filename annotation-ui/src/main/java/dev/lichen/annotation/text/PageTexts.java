package dev.lichen.annotation.text;

import com.vaadin.flow.i18n.I18NProvider;
import dev.lichen.InternalException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Knows every text of the pages in Chinese and English; a language that is neither gets English. */
public final class PageTexts implements I18NProvider {

    private static final List<Locale> LOCALES = List.of(Locale.ENGLISH, Locale.CHINESE);

    private final transient Map<Locale, Map<String, String>> texts = new HashMap<>();

    /** Reads all languages. */
    public PageTexts() {
        LOCALES.forEach(locale -> texts.put(locale, read(locale)));
    }

    /** Returns the language of the app that serves a reader of some language. */
    public static Locale spoken(@Nullable Locale wanted) {
        return wanted != null && wanted.getLanguage().equals("zh") ? Locale.CHINESE : Locale.ENGLISH;
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return LOCALES;
    }

    /** Returns a text, with {0}, {1} and so on replaced by the parameters; an unknown key comes back itself. */
    @Override
    public String getTranslation(String key, @Nullable Locale locale, @Nullable Object... parameters) {
        String text = of(locale).getOrDefault(key, key);
        for (int i = 0; i < parameters.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(parameters[i]));
        }
        return text;
    }

    /** Returns the texts whose keys begin with a prefix, without it. */
    public Map<String, String> startingWith(String prefix, Locale locale) {
        return of(locale).entrySet().stream()
                .filter(text -> text.getKey().startsWith(prefix))
                .collect(Collectors.toMap(text -> text.getKey().substring(prefix.length()), Map.Entry::getValue));
    }

    private Map<String, String> of(@Nullable Locale locale) {
        return texts.getOrDefault(spoken(locale), Map.of());
    }

    private static Map<String, String> read(Locale locale) {
        String file = "/texts/" + locale.getLanguage() + ".properties";
        try (InputStream stream = PageTexts.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new InternalException("The program lacks its file " + file, null);
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return properties.entrySet().stream()
                    .collect(Collectors.toUnmodifiableMap(
                            text -> String.valueOf(text.getKey()), text -> String.valueOf(text.getValue())));
        } catch (IOException e) {
            throw new InternalException("Cannot read " + file, e);
        }
    }
}
