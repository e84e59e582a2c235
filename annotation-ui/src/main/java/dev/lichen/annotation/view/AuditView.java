package dev.lichen.annotation.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.lichen.annotation.account.Access;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.project.AuditTrail;
import dev.lichen.annotation.security.Person;
import dev.lichen.annotation.store.Ledger;
import jakarta.annotation.security.PermitAll;
import java.util.UUID;

/** All that was done in the installation, for its administrators and auditors. */
@Route(value = "audit", layout = ShellLayout.class)
@PermitAll
public final class AuditView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final AuditTrail trail;
    private final Ledger ledger;
    private final Access access;

    /** Creates the page. */
    public AuditView(AuditTrail trail, Ledger ledger, Access access) {
        this.trail = trail;
        this.ledger = ledger;
        this.access = access;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        UUID me = Person.current().id();
        if (!access.has(me, Access.EVERYWHERE, Role.ADMIN, Role.AUDITOR)) {
            throw new NotFoundException();
        }
        removeAll();
        Parts.MainPart main = new Parts.MainPart(
                Parts.heading(getTranslation("audit.title")), new AuditForm(trail, ledger, me, Access.EVERYWHERE));
        main.addClassName("page");
        add(main);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("audit.title") + " · Lichen";
    }
}
