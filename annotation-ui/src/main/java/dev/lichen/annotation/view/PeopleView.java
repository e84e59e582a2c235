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

/** Everybody in the installation, for its administrators and auditors. */
@Route(value = "people", layout = ShellLayout.class)
@PermitAll
public final class PeopleView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final PeopleDesk desk;

    /** Creates the page. */
    public PeopleView(PeopleDesk desk) {
        this.desk = desk;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        UUID me = Person.current().id();
        if (!desk.access().has(me, Access.EVERYWHERE, Role.ADMIN, Role.AUDITOR)) {
            throw new NotFoundException();
        }
        removeAll();
        Parts.MainPart main = new Parts.MainPart(
                Parts.heading(getTranslation("people.title")),
                Parts.quiet(getTranslation("people.everywhere")),
                new PeopleForm(desk, me, Access.EVERYWHERE));
        main.addClassName("page");
        add(main);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("people.title") + " · Lichen";
    }
}
