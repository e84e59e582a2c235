package dev.lichen.annotation.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.lichen.annotation.account.Invitations;
import dev.lichen.annotation.project.ItemLanguages;
import dev.lichen.annotation.security.Person;
import dev.lichen.annotation.security.SignedInSession;

/** Makes the account that an invitation offers, or adds its role to the account that is signed in. */
@Route("join/:token")
@AnonymousAllowed
public final class JoinView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Invitations invitations;
    private final SignedInSession session;
    private final ItemLanguages languages;

    /** Creates the page. */
    public JoinView(Invitations invitations, SignedInSession session, ItemLanguages languages) {
        this.invitations = invitations;
        this.session = session;
        this.languages = languages;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String token = event.getRouteParameters().get("token").orElse("");
        if (!invitations.isValid(token)) {
            Gate.fill(this, getTranslation("join.invalid.title"), Parts.quiet(getTranslation("join.invalid")));
        } else if (Person.isSignedIn()) {
            ErrorLine error = new ErrorLine();
            Gate.fill(
                    this,
                    getTranslation("join.title"),
                    Parts.quiet(getTranslation("join.known", Person.current().login())),
                    error,
                    Parts.button(getTranslation("join.accept"), () -> error.attempt(() -> accept(token))));
        } else {
            Gate.fill(
                    this,
                    getTranslation("join.title"),
                    Parts.quiet(getTranslation("join.help")),
                    new RegistrationForm(languages, wanted -> invitations.accept(token, wanted), session));
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("join.title") + " · Lichen";
    }

    private void accept(String token) {
        invitations.accept(token, Person.current().id());
        getUI().ifPresent(ui -> ui.navigate(ProjectsView.class));
    }
}
