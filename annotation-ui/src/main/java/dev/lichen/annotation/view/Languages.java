package dev.lichen.annotation.view;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.account.Accounts;
import dev.lichen.annotation.security.Person;
import dev.lichen.annotation.text.PageTexts;
import java.util.Locale;

/** Chooses the language of the pages: the account's, or the browser's before one is signed in. */
public final class Languages {

    private final Accounts accounts;

    /** Creates the chooser. */
    public Languages(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Shows pages in the language of the person who is signed in. */
    void useOwn(UI ui) {
        accounts.find(Person.current().id())
                .map(Account::locale)
                .map(Locale::forLanguageTag)
                .ifPresent(locale -> use(ui, locale));
    }

    /** Shows pages in the other language from now on, and remembers it for the account. */
    void switchOwn() {
        Account account = accounts.find(Person.current().id()).orElseThrow();
        Locale other = other(Locale.forLanguageTag(account.locale()));
        accounts.change(account.id(), account.displayName(), other.toLanguageTag(), account.languages());
        use(UI.getCurrent(), other);
        UI.getCurrent().getPage().reload();
    }

    /** Shows the pages before the sign-in in the other language. */
    static void switchSession() {
        use(UI.getCurrent(), other(UI.getCurrent().getLocale()));
        UI.getCurrent().getPage().reload();
    }

    private static Locale other(Locale now) {
        return PageTexts.spoken(now).equals(Locale.CHINESE) ? Locale.ENGLISH : Locale.CHINESE;
    }

    private static void use(UI ui, Locale locale) {
        Locale spoken = PageTexts.spoken(locale);
        VaadinSession.getCurrent().setLocale(spoken);
        ui.setLocale(spoken);
        ui.getElement().executeJs("document.documentElement.lang = $0", spoken.toLanguageTag());
    }
}
