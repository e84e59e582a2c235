package dev.lichen.annotation.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import dev.lichen.annotation.account.OpenInvitation;
import dev.lichen.annotation.account.Role;
import java.util.List;
import java.util.UUID;

/** Writes invitations to a scope, lists those that are open, and takes them back. */
final class InvitationForm extends Div {

    private final PeopleDesk desk;
    private final UUID me;
    private final UUID scope;
    private final Choice role = new Choice(Role.ANNOTATOR.name());
    private final ShownLink link = new ShownLink();
    private final Div list = new Div();
    private final ErrorLine error = new ErrorLine();

    InvitationForm(PeopleDesk desk, UUID me, UUID scope) {
        this.desk = desk;
        this.me = me;
        this.scope = scope;
        PeopleForm.ROLES.forEach(one -> role.with(one.name(), PeopleForm.name(this, one)));
        if (leads()) {
            add(Parts.panel(
                    getTranslation("people.invite"),
                    Parts.field(getTranslation("people.role"), role, getTranslation("people.invite.help")),
                    error,
                    Parts.row(Parts.button(
                            getTranslation("people.invite.make"), () -> error.attempt(this::invite, this::show))),
                    link,
                    list));
        } else {
            add(list);
        }
        show();
    }

    private boolean leads() {
        return desk.access().has(me, scope, Role.ADMIN);
    }

    private void invite() {
        String token = desk.invitations().invite(me, scope, Role.valueOf(role.getValue()));
        link.show(getTranslation("people.link"), "join/" + token);
    }

    private void show() {
        list.removeAll();
        List<OpenInvitation> open = desk.invitations().list(me, scope);
        if (!open.isEmpty()) {
            list.add(Parts.table(
                    List.of(
                            getTranslation("people.invitations"),
                            getTranslation("people.invitation.by"),
                            getTranslation("people.invitation.until"),
                            getTranslation("people.change")),
                    open.stream().map(this::row).toList()));
        }
    }

    private List<Component> row(OpenInvitation one) {
        return List.of(
                new Span(PeopleForm.name(this, one.role())),
                new Div(new Span(one.byName()), Parts.quiet(one.byLogin())),
                new Span(Parts.moment(one.expiresAt())),
                leads() ? end(one) : new Span("–"));
    }

    private Component end(OpenInvitation one) {
        NativeButton button = Parts.quietButton(
                getTranslation("people.invitation.end"),
                () -> error.attempt(
                        () -> {
                            desk.invitations().revoke(me, scope, one.id());
                            link.removeAll(); // it may be the one that was shown
                        },
                        this::show));
        button.setAriaLabel(getTranslation(
                "people.invitation.end.one",
                PeopleForm.name(this, one.role()),
                one.byName(),
                Parts.moment(one.expiresAt())));
        return button;
    }
}
