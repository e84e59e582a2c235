package dev.lichen.annotation.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.lichen.annotation.account.AccessTokens;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.account.Accounts;
import dev.lichen.annotation.project.ItemLanguages;
import dev.lichen.annotation.project.Projects;
import dev.lichen.annotation.security.Person;
import dev.lichen.annotation.security.SignedInSession;
import jakarta.annotation.security.PermitAll;

/** Lets people change their name, the languages they judge, their password and tokens, and says what is recorded of them. */
@Route(value = "account", layout = ShellLayout.class)
@PermitAll
public final class AccountView extends Div implements HasDynamicTitle {

    private final Accounts accounts;
    private final ItemLanguages languages;
    private final SignedInSession session;
    private final Account account;
    private final TokenForm tokens;

    /** Creates the page for the person who is signed in. */
    public AccountView(
            Accounts accounts,
            AccessTokens tokens,
            Projects projects,
            ItemLanguages languages,
            SignedInSession session) {
        this.accounts = accounts;
        this.languages = languages;
        this.session = session;
        this.account = accounts.find(Person.current().id()).orElseThrow();
        this.tokens = new TokenForm(tokens, projects, account.id());
        Parts.MainPart main = new Parts.MainPart(
                Parts.heading(getTranslation("account.title"), Parts.quiet(account.login())),
                Parts.of("panels", profile(), password()),
                this.tokens,
                Parts.panel(
                        getTranslation("account.recorded"),
                        Parts.quiet(getTranslation("account.recorded.help", account.pseudonym()))));
        main.addClassName("page");
        add(main);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.title") + " · Lichen";
    }

    private Div profile() {
        Input name = Parts.input("text", account.displayName());
        LanguageChoice judged = new LanguageChoice(languages.all(), account.languages());
        ErrorLine error = new ErrorLine();
        Div said = said();
        Runnable save = () -> saving(
                error, said, () -> accounts.change(account.id(), name.getValue(), account.locale(), judged.chosen()));
        return new Div(Parts.panel(
                getTranslation("account.profile"),
                Parts.field(getTranslation("register.name"), name),
                judged,
                error,
                Parts.row(Parts.button(getTranslation("save"), save), said)));
    }

    private Div password() {
        Input old = secret("current-password");
        Input fresh = secret("new-password");
        ErrorLine error = new ErrorLine();
        Div said = said();
        Runnable change = () -> {
            accounts.changePassword(account.id(), old.getValue(), fresh.getValue());
            session.begin(account);
            tokens.show();
        };
        Runnable save = () -> saving(error, said, change);
        return new Div(Parts.panel(
                getTranslation("account.password"),
                Parts.field(getTranslation("account.password.old"), old),
                Parts.field(getTranslation("account.password.new"), fresh, getTranslation("register.password.help")),
                Parts.quiet(getTranslation("account.password.ends")),
                error,
                Parts.row(Parts.button(getTranslation("save"), save), said)));
    }

    /** Saves, and says that it was, or why it was not. */
    private void saving(ErrorLine error, Div said, Runnable change) {
        said.setText(error.attempt(change) ? getTranslation("saved") : "");
    }

    private static Input secret(String purpose) {
        Input input = Parts.input("password", "");
        input.getElement().setAttribute("autocomplete", purpose);
        return input;
    }

    private static Div said() {
        Div said = Parts.of("quiet");
        said.getElement().setAttribute("role", "status");
        return said;
    }
}
