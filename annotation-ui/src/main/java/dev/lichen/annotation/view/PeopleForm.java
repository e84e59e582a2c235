package dev.lichen.annotation.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import dev.lichen.annotation.account.Access;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.account.AccountStatus;
import dev.lichen.annotation.account.Role;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Shows who has which role in a scope, gives and takes roles, and writes invitations. */
final class PeopleForm extends Div {

    /** What anybody who leads gives; only owners make owners. */
    static final List<Role> ROLES = List.of(Role.ANNOTATOR, Role.REVIEWER, Role.ADMIN, Role.AUDITOR);

    private final PeopleDesk desk;
    private final UUID me;
    private final UUID scope;
    private final ShownLink link = new ShownLink();
    private final Div erasure = new Div();
    private final Div list = new Div();
    private final ErrorLine error = new ErrorLine();

    PeopleForm(PeopleDesk desk, UUID me, UUID scope) {
        this.desk = desk;
        this.me = me;
        this.scope = scope;
        addClassName("form");
        add(new InvitationForm(desk, me, scope), error, link, erasure, list);
        show();
    }

    private void show() {
        list.removeAll();
        list.add(Parts.table(
                List.of(
                        getTranslation("people.name"),
                        getTranslation("people.pseudonym"),
                        getTranslation("people.roles"),
                        getTranslation("people.change")),
                desk.accounts().list(me, scope).stream().map(this::row).toList()));
    }

    private List<Component> row(Account account) {
        String roles = String.join(
                ", ",
                desk.access().roles(account.id(), scope).stream()
                        .sorted()
                        .map(role -> name(this, role))
                        .toList());
        Div name = new Div(new Span(account.displayName()), Parts.quiet(account.login()));
        if (account.status() == AccountStatus.DISABLED) {
            name.add(Parts.quiet(getTranslation("people.locked")));
        }
        return List.of(name, new Span(account.pseudonym()), new Span(roles), changes(account));
    }

    private Component changes(Account account) {
        if (!desk.access().has(me, scope, Role.ADMIN)) {
            return new Span("–");
        }
        if (account.status() == AccountStatus.ERASED) {
            return Parts.quiet(getTranslation("people.erased"));
        }
        Choice role = choice();
        role.setAriaLabel(getTranslation("people.role.of", account.displayName()));
        Div row = Parts.row(
                role,
                Parts.quietButton(
                        getTranslation("people.give"),
                        () -> error.attempt(
                                () -> desk.access().grant(me, account.id(), scope, Role.valueOf(role.getValue())),
                                this::show)),
                Parts.quietButton(
                        getTranslation("people.take"),
                        () -> error.attempt(
                                () -> desk.access().revoke(me, account.id(), scope, Role.valueOf(role.getValue())),
                                this::show)));
        if (scope.equals(Access.EVERYWHERE)) {
            if (account.status() == AccountStatus.ACTIVE) {
                row.add(newPassword(account));
            }
            row.add(lock(account), erase(account));
        }
        return row;
    }

    /** Who forgot a password gets a link from whoever leads the installation. */
    private Component newPassword(Account account) {
        NativeButton button = Parts.quietButton(
                getTranslation("people.password"),
                () -> error.attempt(() -> link.show(
                        getTranslation("people.password.link", account.displayName()),
                        "password/" + desk.passwords().make(me, account.id()))));
        button.setAriaLabel(getTranslation("people.password.one", account.displayName()));
        return button;
    }

    private Component lock(Account account) {
        boolean in = account.status() == AccountStatus.ACTIVE;
        String what = in ? "people.lock" : "people.unlock";
        NativeButton button = Parts.quietButton(
                getTranslation(what),
                () -> error.attempt(
                        () -> desk.accounts()
                                .setStatus(me, account.id(), in ? AccountStatus.DISABLED : AccountStatus.ACTIVE),
                        this::show));
        button.setAriaLabel(getTranslation(what + ".one", account.displayName()));
        return button;
    }

    /** People are erased from the whole installation, so not on the page of a project. */
    private Component erase(Account account) {
        NativeButton button = Parts.quietButton(getTranslation("people.erase"), () -> {
            ErasurePanel panel = new ErasurePanel(desk.accounts(), me, account, () -> {
                erasure.removeAll();
                show();
            });
            erasure.removeAll();
            erasure.add(panel);
            panel.begin();
        });
        button.setAriaLabel(getTranslation("people.erase.one", account.displayName()));
        return button;
    }

    private Choice choice() {
        Choice choice = new Choice(Role.ANNOTATOR.name());
        ROLES.forEach(role -> choice.with(role.name(), name(this, role)));
        if (desk.access().has(me, scope, Role.OWNER)) {
            choice.with(Role.OWNER.name(), name(this, Role.OWNER));
        }
        return choice;
    }

    /** Returns what a role is called in the language of a page. */
    static String name(Component page, Role role) {
        return page.getTranslation("role." + role.name().toLowerCase(Locale.ROOT));
    }
}
