package dev.lichen.annotation.view;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** Shows a link into the app once, to be handed on. */
final class ShownLink extends Div {

    ShownLink() {
        getElement().setAttribute("role", "status");
    }

    /**
     * Shows a link in place of the one before.
     *
     * @param words what it is for
     * @param path below the app's address, as the browser of whoever asked for it calls the app
     */
    void show(String words, String path) {
        UI.getCurrent().getPage().fetchCurrentURL(url -> {
            String base = url.toString().replaceAll("/(projects|people)(/.*|\\?.*)?$", "/");
            removeAll();
            add(new Span(words + " "), new Code(base + path));
        });
    }
}
