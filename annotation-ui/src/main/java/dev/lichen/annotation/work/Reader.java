package dev.lichen.annotation.work;

import com.vaadin.flow.i18n.I18NProvider;
import dev.lichen.LichenException;
import dev.lichen.annotation.account.Accounts;
import dev.lichen.annotation.security.Person;
import dev.lichen.annotation.text.Refusals;
import java.util.Locale;

/** Knows the language of the person who is signed in, and says refusals in it. */
public final class Reader {

    private final Accounts accounts;
    private final I18NProvider texts;

    /** Creates it over the accounts, which name the languages, and the texts. */
    public Reader(Accounts accounts, I18NProvider texts) {
        this.accounts = accounts;
        this.texts = texts;
    }

    Locale locale() {
        return accounts.find(Person.current().id())
                .map(account -> Locale.forLanguageTag(account.locale()))
                .orElse(Locale.ENGLISH);
    }

    String words(LichenException refusal) {
        Locale locale = locale();
        return Refusals.words(refusal, (key, values) -> texts.getTranslation(key, locale, values));
    }
}
