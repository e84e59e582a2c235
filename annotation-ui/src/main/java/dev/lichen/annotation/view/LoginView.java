package dev.lichen.annotation.view;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.lichen.annotation.account.FirstAdministrator;
import dev.lichen.annotation.security.Person;
import dev.lichen.annotation.security.SecurityConfiguration;
import dev.lichen.annotation.security.SingleSignOn;
import java.util.List;
import java.util.Set;
import org.springframework.security.web.csrf.CsrfToken;

/** Asks for login and password; a plain form, so that password keepers know it. */
@Route(SecurityConfiguration.LOGIN)
@AnonymousAllowed
public final class LoginView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    /** Why somebody was sent back here. */
    private static final List<String> WHY = List.of("error", "unknown", "failed");

    private final ErrorLine error = new ErrorLine();
    private final FirstAdministrator firstAdministrator;

    /** Creates the page. */
    public LoginView(FirstAdministrator firstAdministrator, SingleSignOn provider) {
        this.firstAdministrator = firstAdministrator;
        Element form = new Element("form");
        form.setAttribute("method", "post").setAttribute("action", SecurityConfiguration.LOGIN);
        form.getClassList().add("form");
        form.appendChild(
                Parts.field(getTranslation("login.name"), input("text", "username"))
                        .getElement(),
                Parts.field(getTranslation("login.password"), input("password", "current-password"))
                        .getElement(),
                token(),
                submit());
        Div holder = new Div();
        holder.getElement().appendChild(form);
        if (provider.isOffered()) {
            Anchor elsewhere = Parts.link(SingleSignOn.ADDRESS, getTranslation("login.elsewhere", provider.name()));
            elsewhere.getElement().setAttribute("router-ignore", true);
            holder.add(Parts.row(elsewhere));
        }
        Gate.fill(this, getTranslation("login.title"), error, holder, Parts.quiet(getTranslation("login.help")));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (Person.isSignedIn()) {
            event.forwardTo(ProjectsView.class);
        } else if (firstAdministrator.isMissing()) {
            error.setText(getTranslation("login.setup"));
        } else {
            Set<String> said =
                    event.getLocation().getQueryParameters().getParameters().keySet();
            WHY.stream().filter(said::contains).forEach(why -> error.setText(getTranslation("login.why." + why)));
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("login.title") + " · Lichen";
    }

    private static Input input(String type, String purpose) {
        Input input = Parts.input(type, "");
        input.getElement()
                .setAttribute("name", type.equals("text") ? "username" : "password")
                .setAttribute("autocomplete", purpose)
                .setAttribute("required", true);
        return input;
    }

    private static Element token() {
        Element hidden = new Element("input").setAttribute("type", "hidden");
        Object token = VaadinServletRequest.getCurrent().getAttribute(CsrfToken.class.getName());
        if (token instanceof CsrfToken csrf) {
            hidden.setAttribute("name", csrf.getParameterName()).setAttribute("value", csrf.getToken());
        }
        return hidden;
    }

    private Element submit() {
        NativeButton button = new NativeButton(getTranslation("login.enter"));
        button.addClassName("button");
        button.getElement().setAttribute("type", "submit");
        return button.getElement();
    }
}
