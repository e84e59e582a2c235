package dev.lichen.annotation.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.lichen.annotation.account.Access;
import dev.lichen.annotation.account.Accounts;
import dev.lichen.annotation.account.Invitations;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.security.Person;
import jakarta.annotation.security.PermitAll;
import java.util.UUID;

/** Everybody in the installation, for its administrators and auditors. */
@Route(value = "people", layout = ShellLayout.class)
@PermitAll
public final class PeopleView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Accounts accounts;
    private final Access access;
    private final Invitations invitations;

    /** Creates the page. */
    public PeopleView(Accounts accounts, Access access, Invitations invitations) {
        this.accounts = accounts;
        this.access = access;
        this.invitations = invitations;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        UUID me = Person.current().id();
        if (!access.has(me, Access.EVERYWHERE, Role.ADMIN, Role.AUDITOR)) {
            throw new NotFoundException();
        }
        removeAll();
        Parts.MainPart main = new Parts.MainPart(
                Parts.heading(getTranslation("people.title")),
                Parts.quiet(getTranslation("people.everywhere")),
                new PeopleForm(accounts, access, invitations, me, Access.EVERYWHERE));
        main.addClassName("page");
        add(main);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("people.title") + " · Lichen";
    }
}
