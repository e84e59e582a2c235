package dev.lichen.annotation.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.lichen.annotation.account.Access;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.security.Person;
import jakarta.annotation.security.PermitAll;
import java.util.UUID;

/** All that was done in the installation, for its administrators and auditors. */
@Route(value = "audit", layout = ShellLayout.class)
@PermitAll
public final class AuditView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final RecordDesk desk;
    private final Access access;

    /** Creates the page. */
    public AuditView(RecordDesk desk, Access access) {
        this.desk = desk;
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
                Parts.heading(getTranslation("audit.title")), new AuditForm(desk, me, Access.EVERYWHERE));
        main.addClassName("page");
        add(main);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("audit.title") + " · Lichen";
    }
}
