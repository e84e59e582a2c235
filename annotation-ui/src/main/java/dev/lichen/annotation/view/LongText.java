package dev.lichen.annotation.view;

import com.vaadin.flow.component.AbstractSinglePropertyField;
import com.vaadin.flow.component.HasAriaLabel;
import com.vaadin.flow.component.Tag;

/** A text of several lines. */
@Tag("textarea")
final class LongText extends AbstractSinglePropertyField<LongText, String> implements HasAriaLabel {

    LongText(int rows) {
        super("value", "", false);
        getElement().setAttribute("rows", String.valueOf(rows));
        setSynchronizedEvent("change");
    }
}
