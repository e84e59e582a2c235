package dev.lichen.annotation.server;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.lichen.annotation.account.Role;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be seen of the workbench on small screens. */
class WorkbenchLayoutIT {

    @TempDir
    private static Path folder;

    private static Chromium chromium;
    private static RunningApp app;
    private static BrowserContext window;
    private static Page page;

    @BeforeAll
    static void start() {
        chromium = new Chromium();
        app = new RunningApp(folder);
        app.person("reader", Role.ANNOTATOR);
        window = chromium.window(390, 700);
        page = Chromium.signIn(window, app, "reader");
        page.navigate(app.address("work/demo"));
        page.waitForSelector(".answer");
    }

    @AfterAll
    static void stop() {
        if (app != null) {
            app.close();
            chromium.close();
        }
    }

    @Test
    void focusIsNeverHiddenUnderTheBarOnAPhone() {
        page.setViewportSize(390, 700);
        page.waitForFunction("() => getComputedStyle(document.querySelector('.dock')).position === 'sticky'");
        for (int tab = 0; tab < 60; tab++) {
            page.keyboard().press("Tab");
            page.waitForFunction("() => { const focused = document.activeElement;"
                    + " const dock = document.querySelector('.dock');"
                    + " return !dock.contains(focused)"
                    + " && focused.getBoundingClientRect().top >= dock.getBoundingClientRect().top"
                    + " ? false : true; }");
        }
    }

    /** Which item is shown is drawn; its longest answer is the one that can be scrolled for certain. */
    @Test
    void answersScrollTogetherWhenAsked() {
        page.setViewportSize(900, 420);
        page.evaluate("() => document.activeElement.blur()");
        page.keyboard().press("y");
        page.evaluate("() => { const style = document.createElement('style');"
                + " style.textContent = '.text { max-height: 60px !important; flex: none !important }';"
                + " document.head.append(style); }");
        page.evaluate("() => { const longest = [...document.querySelectorAll('.answer .text')]"
                + ".sort((one, other) => other.scrollHeight - one.scrollHeight)[0];"
                + " longest.scrollTop = longest.scrollHeight; }");
        page.waitForFunction("() => [...document.querySelectorAll('.answer .text')]"
                + ".every(text => text.scrollTop + text.clientHeight >= text.scrollHeight - 2)");
    }
}
