package dev.lichen.annotation.view;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;

/** Gives every page its style sheet and its view port. */
@StyleSheet("context://lichen/lichen.css")
@Viewport("width=device-width, initial-scale=1")
public final class AppShell implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setPageTitle("Lichen");
        settings.addMetaTag("color-scheme", "light dark");
        settings.addMetaTag("robots", "noindex");
        settings.addLink("icon", "./lichen/icon.svg");
    }
}
