package dev.lichen.annotation.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Input;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.account.Accounts;
import java.util.UUID;

/** Erases a person, once whoever asks has read what goes and what stays, and typed the login. */
final class ErasurePanel extends Div {

    private final Accounts accounts;
    private final UUID me;
    private final Account person;
    private final Runnable done;
    private final Input login = Parts.input("text", "");
    private final ErrorLine error = new ErrorLine();

    ErasurePanel(Accounts accounts, UUID me, Account person, Runnable done) {
        this.accounts = accounts;
        this.me = me;
        this.person = person;
        this.done = done;
        addClassName("panel");
        login.getElement().setAttribute("autocomplete", "off");
        add(
                new H2(getTranslation("erase.title", person.displayName())),
                Parts.quiet(getTranslation("erase.goes")),
                Parts.quiet(getTranslation("erase.stays", person.pseudonym())),
                Parts.quiet(getTranslation("erase.backups")),
                Parts.field(getTranslation("erase.login", person.login()), login),
                error,
                Parts.row(
                        Parts.dangerButton(getTranslation("erase.sure"), this::erase),
                        Parts.quietButton(getTranslation("erase.keep"), done)));
    }

    void begin() {
        login.focus();
    }

    private void erase() {
        if (!login.getValue().strip().equals(person.login())) {
            error.setText(getTranslation("erase.other", person.login()));
            return;
        }
        error.attempt(() -> accounts.erase(me, person.id()), done);
    }
}
