package dev.lichen.annotation.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;

/** Lays out the pages in front of the app: a narrow panel with the name, the language and light or dark. */
final class Gate {

    private Gate() {}

    static void fill(Div page, String title, Component... parts) {
        page.addClassName("gate");
        Span brand = new Span("Lichen");
        brand.addClassName("brand");
        NativeButton language =
                new NativeButton(page.getTranslation("shell.language"), event -> Languages.switchSession());
        language.addClassName("tool");
        language.getElement().setAttribute("lang", page.getTranslation("shell.language.code"));
        Section panel = new Section(
                Parts.of("gate-tools", brand, Parts.row(language, ShellLayout.appearance(page))), new H1(title));
        panel.addClassName("panel");
        panel.add(parts);
        page.add(new Parts.MainPart(panel));
    }
}
