package dev.lichen.annotation.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Input;
import dev.lichen.annotation.project.ItemHandling;
import dev.lichen.annotation.project.ListedItem;
import java.util.UUID;

/** How early an item comes, and how many people judge it. */
final class HandlingForm extends Div {

    private final ItemHandling handling;
    private final UUID me;
    private final ListedItem item;
    private final Runnable changed;
    private final Input priority;
    private final Input overlap;
    private final ErrorLine error = new ErrorLine();

    HandlingForm(ItemHandling handling, UUID me, ListedItem item, Runnable changed) {
        this.handling = handling;
        this.me = me;
        this.item = item;
        this.changed = changed;
        priority = Parts.input("number", String.valueOf(item.handling().priority()));
        overlap = Parts.input("number", String.valueOf(item.handling().overlap()));
        addClassName("panel");
        add(
                new H2(getTranslation("handling.title")),
                Parts.of(
                        "fields",
                        Parts.field(
                                getTranslation("handling.priority"),
                                priority,
                                getTranslation("handling.priority.help")),
                        Parts.field(
                                getTranslation("settings.overlap"), overlap, getTranslation("handling.overlap.help"))),
                error,
                Parts.row(Parts.button(getTranslation("save"), this::save)));
    }

    private void save() {
        error.attempt(this::change, changed);
    }

    private void change() {
        int first = Integer.parseInt(priority.getValue().strip());
        int people = Integer.parseInt(overlap.getValue().strip());
        if (people != item.handling().overlap()) {
            handling.setOverlap(me, item.id(), people);
        }
        if (first != item.handling().priority()) {
            handling.setPriority(me, item.id(), first);
        }
    }
}
