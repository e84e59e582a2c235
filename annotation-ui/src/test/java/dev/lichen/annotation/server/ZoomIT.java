package dev.lichen.annotation.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What large type, small windows, coarse fingers and eyes that rest ask of every page. */
class ZoomIT {

    private static final String REACH = "/workbench/reach.js";

    @TempDir
    private static Path folder;

    private static Chromium chromium;
    private static RunningApp app;

    @BeforeAll
    static void start() throws IOException {
        chromium = new Chromium();
        app = new RunningApp(folder);
        app.run("seen");
    }

    @AfterAll
    static void stop() {
        if (app != null) {
            app.close();
            chromium.close();
        }
    }

    /** A window of 1440 by 900 at 200 % is one of 720 by 450; at 400 %, 1280 are 320. */
    @TestFactory
    Stream<DynamicTest> everyPageFlowsAnewAndCoversNothing() {
        return Stream.of(
                DynamicTest.dynamicTest("at 200 %", () -> checkPages(720, 450)),
                DynamicTest.dynamicTest("at 400 %", () -> checkPages(320, 640)));
    }

    @TestFactory
    Stream<DynamicTest> theWorkbenchCoversNothingWhileAnswersAreCompared() {
        return Stream.of(
                DynamicTest.dynamicTest("at 200 %", () -> checkComparing(720, 450)),
                DynamicTest.dynamicTest("at 400 %", () -> checkComparing(320, 640)),
                DynamicTest.dynamicTest("on a phone", () -> checkComparing(390, 844)),
                DynamicTest.dynamicTest("on a wide screen", () -> checkComparing(1440, 900)));
    }

    @Test
    void theBarAtTheFootStaysInSightHoweverLongTheAnswers() throws IOException {
        try (Annotator person = new Annotator(chromium, app, Annotator.project(app, folder, 1, 4), 1440, 900)) {
            Page page = person.opens().page();
            page.evaluate("() => document.querySelectorAll('.text').forEach(text => {"
                    + " text.textContent = 'A long answer goes on. '.repeat(2000); })");
            page.evaluate("() => window.dispatchEvent(new Event('resize'))");
            double foot = ((Number)
                            page.evaluate("() => document.querySelector('.dock').getBoundingClientRect().bottom"))
                    .doubleValue();
            assertTrue(foot <= 900.5, "the bar ends at " + foot);
        }
    }

    @Test
    void nothingMovesForWhoAsksForRest() throws IOException {
        try (Annotator person = new Annotator(chromium, app, Annotator.project(app, folder, 1, 3), 1440, 900)) {
            Page page = person.opens().page();
            person.presses("a", "=");
            assertNotEquals(List.of(), moving(page), "without the wish, the sign of a tie beats");
            page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
            assertEquals(List.of(), moving(page));
            person.presses("b", "c", "?");
            page.waitForSelector("dialog[open]");
            assertEquals(List.of(), moving(page));
        }
    }

    @Test
    void fingersHitWhatTheyMeanOnAPhone() throws IOException {
        try (Annotator person = new Annotator(chromium, app, Annotator.project(app, folder, 1, 3), 390, 844)) {
            Page page = person.opens().page();
            assertEquals(List.of(), small(page));
            person.presses("a", "b", "c", "s", "l", "z");
            assertEquals(List.of(), small(page), "while the order is checked");
            person.presses("ArrowRight", "Escape");
            assertEquals(1, page.locator(".doubt").count());
            assertEquals(List.of(), small(page), "with something to settle");
            person.presses("?");
            page.waitForSelector("dialog[open]");
            assertEquals(List.of(), small(page), "among the keys");
        }
    }

    private static void checkPages(int width, int height) throws IOException {
        try (BrowserContext window = chromium.window(width, height)) {
            Page page = Chromium.signIn(window, app, "owner");
            for (String path : PagesIT.PAGES) {
                PagesIT.opens(app, page, path);
                assertEquals(List.of(), outOfReach(page), "/" + path);
            }
        }
    }

    private static void checkComparing(int width, int height) throws IOException {
        try (Annotator person = new Annotator(chromium, app, Annotator.project(app, folder, 1, 9), width, height)) {
            Page page = person.opens().page();
            person.presses("p");
            assertEquals(List.of(), outOfReach(page), "while the answers are ordered");
            person.presses("Escape", "a", "b", "c", "d", "e", "f", "g", "h", "i", "z", "ArrowRight");
            assertEquals(List.of(), outOfReach(page), "while the order is checked");
            person.presses("Escape");
            assertEquals(1, page.locator(".doubt").count());
            assertEquals(List.of(), outOfReach(page), "with something to settle");
        }
    }

    private static Object outOfReach(Page page) throws IOException {
        page.evaluate(script());
        return page.evaluate("() => Reach.outOfReach()");
    }

    private static Object small(Page page) throws IOException {
        page.evaluate(script());
        return page.evaluate("() => Reach.small()");
    }

    private static Object moving(Page page) throws IOException {
        page.evaluate(script());
        return page.evaluate("() => Reach.moving()");
    }

    private static String script() throws IOException {
        try (InputStream script = ZoomIT.class.getResourceAsStream(REACH)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
