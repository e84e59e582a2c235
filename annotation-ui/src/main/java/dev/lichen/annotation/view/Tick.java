package dev.lichen.annotation.view;

import com.vaadin.flow.component.AbstractSinglePropertyField;
import com.vaadin.flow.component.Tag;

/** A box to tick. */
@Tag("input")
final class Tick extends AbstractSinglePropertyField<Tick, Boolean> {

    Tick(boolean value) {
        super("checked", false, false);
        getElement().setAttribute("type", "checkbox");
        setSynchronizedEvent("change");
        setValue(value);
    }
}
