package dev.lichen.annotation.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.account.FirstAdministrator;
import dev.lichen.annotation.account.NewAccount;
import dev.lichen.annotation.project.ItemLanguages;
import dev.lichen.annotation.security.SignedInSession;
import java.util.List;

/** Makes the first administrator, for whoever has the code that the terminal shows. */
@Route("setup")
@AnonymousAllowed
public final class SetupView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Input code = Parts.input("text", "");
    private final FirstAdministrator firstAdministrator;
    private final NewOwner newOwner;

    /** Creates the page. */
    public SetupView(
            FirstAdministrator firstAdministrator,
            NewOwner newOwner,
            SignedInSession session,
            ItemLanguages languages) {
        this.firstAdministrator = firstAdministrator;
        this.newOwner = newOwner;
        code.getElement().setAttribute("autocomplete", "off");
        Gate.fill(
                this,
                getTranslation("setup.title"),
                Parts.quiet(getTranslation("setup.help")),
                Parts.field(getTranslation("setup.code"), code),
                new RegistrationForm(languages, this::register, session));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!firstAdministrator.isMissing()) {
            event.forwardTo(LoginView.class);
            return;
        }
        List<String> codes =
                event.getLocation().getQueryParameters().getParameters().getOrDefault("code", List.of());
        codes.stream().findFirst().ifPresent(code::setValue);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("setup.title") + " · Lichen";
    }

    private Account register(NewAccount wanted) {
        Account owner = firstAdministrator.create(code.getValue(), wanted);
        newOwner.welcome(owner.id());
        return owner;
    }
}
