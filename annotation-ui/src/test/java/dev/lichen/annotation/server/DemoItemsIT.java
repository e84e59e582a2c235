package dev.lichen.annotation.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.lichen.annotation.account.Role;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which item comes first is drawn, so the workbench is looked at with each: code, tables, Chinese, many answers. */
class DemoItemsIT {

    private static final int ITEMS = 12;

    /** So high that the bar at the foot covers no button. */
    private static final int SHOWS_WHOLE_PAGES = 3000;

    @TempDir
    private static Path folder;

    private static Chromium chromium;
    private static RunningApp app;

    @BeforeAll
    static void start() {
        chromium = new Chromium();
        app = RunningApp.withTraining(folder);
    }

    @AfterAll
    static void stop() {
        if (app != null) {
            app.close();
            chromium.close();
        }
    }

    @Test
    void axeFindsNothingOnAWideLightScreen() {
        check("wide", ColorScheme.LIGHT, 1440);
    }

    @Test
    void axeFindsNothingOnADarkPhone() {
        check("phone", ColorScheme.DARK, 390);
    }

    private static void check(String login, ColorScheme scheme, int width) {
        app.person(login, Role.ANNOTATOR);
        try (BrowserContext window = chromium.window(width, SHOWS_WHOLE_PAGES)) {
            Page page = Chromium.signIn(window, app, login);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            page.navigate(app.address("work/demo"));
            int items = 0;
            while (isThereAnItem(page)) {
                items++;
                assertEquals(List.of(), Chromium.violations(page), page.textContent(".question"));
                skip(page);
            }
            assertEquals(ITEMS, items);
        }
    }

    private static boolean isThereAnItem(Page page) {
        page.waitForSelector(".answer, section.instead");
        return page.querySelector(".answer") != null;
    }

    private static void skip(Page page) {
        Object item = page.evaluate("() => document.querySelector('lichen-workbench').item.assignment");
        page.keyboard().press("k");
        page.waitForSelector("dialog[open]");
        page.keyboard().press("2");
        page.waitForFunction(
                "item => document.querySelector('section.instead')"
                        + " || document.querySelector('lichen-workbench').item?.assignment !== item",
                item);
    }
}
