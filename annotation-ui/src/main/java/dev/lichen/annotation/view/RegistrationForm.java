package dev.lichen.annotation.view;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.account.NewAccount;
import dev.lichen.annotation.project.ItemLanguages;
import dev.lichen.annotation.security.SignedInSession;
import dev.lichen.annotation.text.PageTexts;
import java.util.function.Function;

/** Asks who somebody is, makes the account and signs it in. */
final class RegistrationForm extends Div {

    private final Input name = named("name");
    private final Input login = named("username");
    private final Input password = Parts.input("password", "");
    private final LanguageChoice languages;
    private final ErrorLine error = new ErrorLine();
    private final Function<NewAccount, Account> register;
    private final SignedInSession session;

    RegistrationForm(ItemLanguages items, Function<NewAccount, Account> register, SignedInSession session) {
        this.languages = new LanguageChoice(items.all(), LanguageChoice.OF_PAGES);
        this.register = register;
        this.session = session;
        addClassName("form");
        password.getElement().setAttribute("autocomplete", "new-password");
        add(Parts.field(getTranslation("register.name"), name));
        add(Parts.field(getTranslation("register.login"), login));
        add(Parts.field(getTranslation("register.password"), password, getTranslation("register.password.help")));
        add(languages, error, Parts.button(getTranslation("register.enter"), () -> error.attempt(this::submit)));
    }

    private void submit() {
        String locale = PageTexts.spoken(UI.getCurrent().getLocale()).toLanguageTag();
        Account account = register.apply(
                new NewAccount(login.getValue(), name.getValue(), password.getValue(), locale, languages.chosen()));
        session.begin(account);
        UI.getCurrent().getPage().setLocation(".");
    }

    private static Input named(String purpose) {
        Input input = Parts.input("text", "");
        input.getElement().setAttribute("autocomplete", purpose);
        return input;
    }
}
