package dev.lichen.annotation.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Input;
import dev.lichen.annotation.project.ItemState;
import dev.lichen.annotation.project.Items;
import dev.lichen.annotation.project.ListedItem;
import java.util.UUID;

/** Withholds an item from annotators, and releases it again. */
final class HoldForm extends Div {

    private final Items items;
    private final UUID me;
    private final ListedItem item;
    private final Runnable changed;
    private final ErrorLine error = new ErrorLine();

    HoldForm(Items items, UUID me, ListedItem item, Runnable changed) {
        this.items = items;
        this.me = me;
        this.item = item;
        this.changed = changed;
        if (item.state() == ItemState.HELD) {
            addClassName("panel");
            offerRelease();
        } else if (item.state() != ItemState.IDENTICAL) {
            addClassName("panel");
            offerHold();
        }
    }

    private void offerRelease() {
        String reason = item.holdReason();
        add(
                new H2(getTranslation("hold.held")),
                Parts.quiet(reason == null ? getTranslation("hold.reported") : reason),
                error,
                Parts.row(Parts.button(
                        getTranslation("overview.release"),
                        () -> error.attempt(() -> items.release(me, item.id()), changed))));
    }

    private void offerHold() {
        Input reason = Parts.input("text", "");
        add(
                new H2(getTranslation("hold.title")),
                Parts.field(getTranslation("overview.reason"), reason, getTranslation("hold.help")),
                error,
                Parts.row(Parts.quietButton(
                        getTranslation("hold.hold"),
                        () -> error.attempt(() -> items.hold(me, item.id(), reason.getValue()), changed))));
    }
}
