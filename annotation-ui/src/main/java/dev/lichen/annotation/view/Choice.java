package dev.lichen.annotation.view;

import com.vaadin.flow.component.AbstractSinglePropertyField;
import com.vaadin.flow.component.HasAriaLabel;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;

/** One of a few values. */
@Tag("select")
final class Choice extends AbstractSinglePropertyField<Choice, String> implements HasAriaLabel {

    Choice(String value) {
        super("value", value, false);
        setSynchronizedEvent("change");
    }

    Choice with(String value, String text) {
        Element option = new Element("option");
        option.setAttribute("value", value);
        option.setText(text);
        if (value.equals(getValue())) {
            option.setAttribute("selected", true);
        }
        getElement().appendChild(option);
        return this;
    }
}
