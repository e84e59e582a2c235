package dev.lichen.annotation.view;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.lichen.annotation.account.Access;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.security.Person;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;

/** The frame of every page for people who are signed in: where one is, language, light or dark, the way out. */
@PermitAll
public final class ShellLayout extends Div implements RouterLayout, AfterNavigationObserver {

    private final List<Anchor> links = new ArrayList<>();
    private final Div body = Parts.of("shell-body");

    /** Creates the frame for the person who is signed in. */
    public ShellLayout(Access access, Languages languages, AuthenticationContext authentication) {
        addClassName("shell");
        languages.useOwn(UI.getCurrent());
        Anchor skip = new Anchor("#content", getTranslation("shell.skip"));
        skip.addClassName("skip-link");
        skip.getElement()
                .setAttribute("router-ignore", true)
                .executeJs("this.addEventListener('click', event => { event.preventDefault();"
                        + " const main = document.getElementById('content'); main.tabIndex = -1; main.focus(); })");
        Anchor brand = new Anchor("", "Lichen");
        brand.addClassName("brand");
        Nav nav = new Nav(link("", "shell.projects"), link("history", "shell.history"));
        nav.addClassName("shell-nav");
        nav.setAriaLabel(getTranslation("shell.pages"));
        if (access.has(Person.current().id(), Access.EVERYWHERE, Role.ADMIN, Role.AUDITOR)) {
            nav.add(link("people", "shell.people"), link("audit", "shell.audit"));
        }
        nav.add(link("account", "shell.account"));
        Header bar = new Header(brand, nav, tools(languages, authentication));
        bar.addClassName("shell-bar");
        add(skip, bar, body);
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        body.getElement().removeAllChildren();
        body.getElement().appendChild(content.getElement());
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        String path = event.getLocation().getPath();
        links.forEach(link -> {
            boolean here = link.getHref().isEmpty() ? isProject(path) : path.startsWith(link.getHref());
            if (here) {
                link.getElement().setAttribute("aria-current", "page");
            } else {
                link.getElement().removeAttribute("aria-current");
            }
        });
    }

    private static boolean isProject(String path) {
        return path.isEmpty() || path.startsWith("projects") || path.startsWith("work");
    }

    private Anchor link(String address, String text) {
        Anchor link = new Anchor(address, getTranslation(text));
        links.add(link);
        return link;
    }

    private Div tools(Languages languages, AuthenticationContext authentication) {
        NativeButton language = tool(getTranslation("shell.language"), languages::switchOwn);
        language.getElement().setAttribute("lang", getTranslation("shell.language.code"));
        NativeButton out = tool(getTranslation("shell.out"), authentication::logout);
        return Parts.of("shell-tools", language, appearance(this), out);
    }

    /** Makes the button between light and dark, which needs no server. */
    static NativeButton appearance(Div page) {
        NativeButton button = new NativeButton("◐");
        button.addClassName("icon");
        String name = page.getTranslation("shell.appearance");
        button.getElement().setAttribute("aria-label", name).setAttribute("title", name);
        button.getElement().executeJs("this.addEventListener('click', () => LichenAppearance.toggle())");
        return button;
    }

    private static NativeButton tool(String text, Runnable action) {
        NativeButton button = new NativeButton(text, event -> action.run());
        button.addClassName("tool");
        return button;
    }
}
