package dev.lichen.annotation.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.project.ItemFilter;
import dev.lichen.annotation.queue.History;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person ranks in a real browser: keys, ties, undo, a lost network, two tabs. */
class WorkbenchIT {

    private static final AtomicInteger PEOPLE = new AtomicInteger();

    /** Each test opens an item or two, and leaves them open. */
    private static final int PLACES = 4;

    private static final int ITEMS = 100;

    @TempDir
    private static Path folder;

    private static Chromium chromium;
    private static RunningApp app;

    private Account person;
    private BrowserContext window;
    private Page page;

    @BeforeAll
    static void start() {
        chromium = new Chromium();
        app = new RunningApp(folder);
        app.services()
                .itemList()
                .page(app.owner().id(), app.project().id(), ItemFilter.all(), 0, ITEMS)
                .forEach(item ->
                        app.services().itemHandling().setOverlap(app.owner().id(), item.id(), PLACES));
    }

    @AfterAll
    static void stop() {
        if (app != null) {
            app.close();
            chromium.close();
        }
    }

    @BeforeEach
    void openTheNextItem() {
        String login = "annotator" + PEOPLE.incrementAndGet();
        person = app.person(login, Role.ANNOTATOR);
        window = chromium.window(1440, 900);
        page = Chromium.signIn(window, app, login);
        openWork(page);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void answersAreRankedWithOneKeyEachAndOneToSubmit() {
        String item = assignment();
        int answers = answers();
        for (int answer = 0; answer < answers; answer++) {
            page.keyboard().press(String.valueOf((char) ('a' + answer)));
        }
        page.keyboard().press("Enter");
        awaitAnotherThan(item);
        assertEquals(1, app.judgementsOf(person.id()));
    }

    @Test
    void tiesTakeOneKeyAndAreTakenBackByOne() {
        press("a", "=", "b");
        assertEquals("A = B", order());
        press("u");
        assertEquals("A", order());
        press("r");
        assertEquals("A = B", order());
    }

    @Test
    void anUntouchedOrderIsNoAnswer() {
        press("Enter");
        assertTrue(page.textContent(".notices").contains("Nothing is ranked yet"));
        assertEquals(0, app.judgementsOf(person.id()));
    }

    @Test
    void aPartialOrderIsSubmittedOnlyWhenSaidTwice() {
        press("b", "a", "Enter");
        assertTrue(page.textContent(".notices").contains("Not ranked"));
        assertEquals(0, app.judgementsOf(person.id()));
        String item = assignment();
        press("Enter");
        awaitAnotherThan(item);
        assertEquals(1, app.judgementsOf(person.id()));
    }

    @Test
    void aLostNetworkLosesNothing() {
        window.setOffline(true);
        press("b", "a");
        page.waitForSelector(".saved[data-status=offline]");
        window.setOffline(false);
        page.waitForSelector(".saved[data-status=saved]");
        page.reload();
        ready(page);
        assertEquals("B › A", order());
    }

    @Test
    void workDoneOfflineSurvivesAReload() {
        page.route("**/draft", route -> route.abort());
        press("b", "a");
        page.waitForSelector(".saved[data-status=offline]");
        page.reload();
        ready(page);
        assertEquals("B › A", order());
    }

    @Test
    void twoTabsDoNotOverwriteEachOther() {
        Page other = window.newPage();
        other.navigate(app.address("work/demo"));
        ready(other);
        press("a");
        page.waitForSelector(".saved[data-status=saved]");
        other.keyboard().press("b");
        other.waitForSelector(".saved[data-status=conflict]");
        assertTrue(other.textContent(".notices").contains("another tab"));
    }

    @Test
    void staleTabSubmitsNothingUnasked() {
        Page other = window.newPage();
        other.navigate(app.address("work/demo"));
        ready(other);
        other.keyboard().press("a");
        other.waitForSelector(".saved[data-status=saved]");
        page.route("**/draft", route -> route.abort());
        press("b", "c");
        page.unroute("**/draft");
        press("Enter");
        page.waitForSelector(".saved[data-status=conflict]");
        assertEquals(0, app.judgementsOf(person.id()));
        page.click(".notices .button >> nth=0");
        page.waitForSelector(".saved[data-status=saved]");
        String item = assignment();
        press("Enter");
        awaitAnotherThan(item);
        assertEquals(1, app.judgementsOf(person.id()));
    }

    @Test
    void skippingLeavesTheItemToOthers() {
        String item = assignment();
        press("k");
        page.waitForSelector("dialog[open]");
        page.keyboard().press("2");
        awaitAnotherThan(item);
        assertEquals(0, app.judgementsOf(person.id()));
        assertEquals(
                1,
                app.services().queue().standing(person.id(), app.project().id()).skipped());
    }

    @Test
    void whatWasSubmittedLastIsCorrectedByOneKeyAndTheOpenItemGoesOn() {
        String first = assignment();
        press("a", "b", "Enter", "Enter");
        awaitAnotherThan(first);
        String second = assignment();
        press("b", "a", "Backspace");
        page.waitForFunction("item => bench().item?.assignment === item", first);
        press("x", "Enter");
        page.waitForFunction("item => bench().item?.assignment === item", second);
        assertEquals("B › A", order());
        assertEquals(
                2,
                app.services()
                        .history()
                        .page(person.id(), app.project().id(), History.Filter.all(), Long.MAX_VALUE, 1)
                        .getFirst()
                        .revision());
    }

    @Test
    void everyChangeIsSpoken() {
        press("a");
        page.waitForFunction("() => document.querySelector('.spoken').textContent === 'A: rank 1'");
        press("=", "b");
        page.waitForFunction("() => document.querySelector('.spoken').textContent === 'B: rank 1, equal to A'");
    }

    @Test
    void whatReachesTheBrowserUnblindsNothing() {
        String item = page.evaluate("() => JSON.stringify(bench().item)").toString();
        assertFalse(item.contains("\"slot\""), item);
        assertFalse(item.contains("\"generator\""), item);
        assertFalse(item.contains("\"id\""), item);
    }

    private static void openWork(Page page) {
        page.navigate(app.address("work/demo"));
        ready(page);
    }

    private static void ready(Page page) {
        page.waitForSelector(".answer, .instead[role=alert]");
        assertEquals(
                "",
                page.locator(".instead[role=alert]").allTextContents().stream().collect(Collectors.joining()));
        page.evaluate("() => { window.bench = () => document.querySelector('lichen-workbench'); }");
    }

    private void press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    private String order() {
        return page.evaluate("() => LichenRanking.notation(bench().state)").toString();
    }

    private String assignment() {
        return page.evaluate("() => bench().item.assignment").toString();
    }

    private void awaitAnotherThan(String item) {
        page.waitForFunction("item => bench().item && bench().item.assignment !== item", item);
    }

    private int answers() {
        return (int) page.evaluate("() => bench().labels.length");
    }
}
