package dev.lichen.annotation.view;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.lichen.annotation.account.PasswordLinks;
import dev.lichen.annotation.security.SignedInSession;

/** Sets a password anew, for whoever has a link to do so, and signs them in. */
@Route("password/:token")
@AnonymousAllowed
public final class PasswordView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final PasswordLinks links;
    private final SignedInSession session;
    private final Input password = Parts.input("password", "");
    private final ErrorLine error = new ErrorLine();

    /** Creates the page. */
    public PasswordView(PasswordLinks links, SignedInSession session) {
        this.links = links;
        this.session = session;
        password.getElement().setAttribute("autocomplete", "new-password");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String token = event.getRouteParameters().get("token").orElse("");
        if (links.isValid(token)) {
            Gate.fill(
                    this,
                    getTranslation("new-password.title"),
                    Parts.field(
                            getTranslation("account.password.new"), password, getTranslation("register.password.help")),
                    error,
                    Parts.button(getTranslation("new-password.set"), () -> error.attempt(() -> set(token))));
        } else {
            Gate.fill(
                    this,
                    getTranslation("new-password.invalid.title"),
                    Parts.quiet(getTranslation("new-password.invalid")));
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("new-password.title") + " · Lichen";
    }

    private void set(String token) {
        session.begin(links.use(token, password.getValue()));
        UI.getCurrent().getPage().setLocation(".");
    }
}
