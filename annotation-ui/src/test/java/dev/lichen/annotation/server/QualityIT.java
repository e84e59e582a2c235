package dev.lichen.annotation.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.lichen.annotation.TestWorld;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.queue.History;
import dev.lichen.annotation.queue.HistoryEntry;
import dev.lichen.annotation.queue.Submission;
import dev.lichen.annotation.queue.WorkItem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lead reads the figures of a project that two people judged, one of them carelessly, and acts on them. */
class QualityIT {

    private static final Path PICTURES = Path.of("target", "pictures");
    private static final int ITEMS = 40;

    @TempDir
    private static Path folder;

    private static Chromium chromium;
    private static RunningApp app;
    private static TestWorld world;
    private static Account careless;
    private static Account careful;

    @BeforeAll
    static void start() {
        chromium = new Chromium();
        app = new RunningApp(folder);
        world = TestWorld.in(app.services().database());
        Project project = world.project("judged", TestWorld.plain(2));
        world.items(project, ITEMS, 3);
        careless = world.annotator(project);
        careful = world.annotator(project);
        for (int item = 0; item < ITEMS; item++) {
            judge(project, careless);
            world.judgeNext(careful, project);
        }
    }

    @AfterAll
    static void stop() {
        if (app != null) {
            app.close();
            chromium.close();
        }
    }

    @Test
    void figuresAreReadByEverybody() {
        look("wide", ColorScheme.LIGHT, 1440, "en-GB");
        look("phone", ColorScheme.DARK, 390, "zh-CN");
    }

    @Test
    void carelessWorkIsAskedAboutAndAnswered() {
        try (BrowserContext window = chromium.window(1440, 900)) {
            Page page = Chromium.signIn(window, app, "owner");
            page.navigate(app.address("projects/judged/quality"));
            page.click("button:has-text('Ask')");
            page.waitForSelector("text=asked, not answered yet");
        }
        try (BrowserContext window = chromium.window(390, 800)) {
            Page page = Chromium.signIn(window, app, careless.login(), TestWorld.PASSWORD);
            page.navigate(app.address("history/judged"));
            page.fill(".notice textarea", "The first answers were better.");
            page.click(".notice .button");
            page.waitForSelector("text=You answered: The first answers were better.");
            assertEquals(List.of(), Chromium.violations(page));
        }
    }

    @Test
    void aReviewerDecidesAnOpenItemInTheWorkbench() {
        try (BrowserContext window = chromium.window(1440, 900)) {
            Page page = Chromium.signIn(window, app, "owner");
            page.navigate(app.address("projects/judged/consensus"));
            page.click("button:has-text('Decide') >> nth=0");
            page.waitForSelector(".answer");
            "abc".chars().forEach(key -> page.keyboard().press(String.valueOf((char) key)));
            page.keyboard().press("Enter");
            page.waitForURL("**/projects/judged/consensus");
            page.waitForSelector("text=A reviewer has decided.");
        }
    }

    /** Two judges decide nothing against a coin, so that all items are open, and each waits for a further judge. */
    @Test
    void aLeadAsksOneMorePersonForEachOpenItem() {
        UUID project = app.services().projects().find("judged").orElseThrow().id();
        try (BrowserContext window = chromium.window(1440, 900)) {
            Page page = Chromium.signIn(window, app, "owner");
            page.navigate(app.address("projects/judged/consensus"));
            page.click("button:has-text('One more judgement')");
            page.waitForSelector("[role=status]:has-text('items get one more judgement')");
            assertEquals(List.of(), Chromium.violations(page));
        }
        assertTrue(app.services().items().progress(project).open() >= ITEMS - 1);
    }

    @Test
    void aReviewerReturnsWorkWithAComment() {
        try (BrowserContext window = chromium.window(1440, 900)) {
            Page page = Chromium.signIn(window, app, "owner");
            page.navigate(app.address("projects/judged/review"));
            page.click("button:has-text('Return')");
            page.waitForSelector("[role=alert]:has-text('reason')");
            String before = page.textContent("h2 >> nth=1");
            page.fill("textarea", "Look at the third again.");
            page.click("button:has-text('Return')");
            page.waitForFunction("before => document.querySelectorAll('h2')[1].textContent !== before", before);
        }
        Account returnedTo = Stream.of(careless, careful)
                .filter(person -> returned(person).isPresent())
                .findFirst()
                .orElseThrow();
        try (BrowserContext window = chromium.window(390, 800)) {
            Page page = Chromium.signIn(window, app, returnedTo.login(), TestWorld.PASSWORD);
            page.navigate(app.address(
                    "work/judged/" + returned(returnedTo).orElseThrow().assignment()));
            page.waitForSelector(".answer");
            page.waitForSelector(".notice:has-text('Returned to you: Look at the third again.')");
            assertEquals(List.of(), Chromium.violations(page));
        }
    }

    private static Optional<HistoryEntry> returned(Account person) {
        UUID project = app.services().projects().find("judged").orElseThrow().id();
        return app.services().history().page(person.id(), project, History.Filter.all(), Long.MAX_VALUE, ITEMS).stream()
                .filter(entry -> entry.returnedBecause() != null)
                .findFirst();
    }

    private static void look(String name, ColorScheme scheme, int width, String language) {
        try (BrowserContext window = chromium.window(width, 1200, language)) {
            Page page = Chromium.signIn(window, app, "owner");
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (String part : List.of("quality", "consensus", "review")) {
                page.navigate(app.address("projects/judged/" + part));
                page.waitForSelector("main .panel");
                page.evaluate("() => document.querySelectorAll('details').forEach(one => one.open = true)");
                assertEquals(List.of(), Chromium.violations(page), part);
                assertTrue(isAsWideAsTheScreen(page), part + " scrolls sideways at " + width);
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(PICTURES.resolve(part + "-" + name + ".png")));
            }
        }
    }

    private static boolean isAsWideAsTheScreen(Page page) {
        return (boolean) page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth");
    }

    private static void judge(Project project, Account person) {
        WorkItem work = world.services().queue().next(person.id(), project.id()).orElseThrow();
        List<Integer> asShown =
                IntStream.rangeClosed(1, work.answers().size()).boxed().toList();
        world.services()
                .queue()
                .submit(person.id(), work.assignment(), Submission.ranking(asShown, TestWorld.SOME_EFFORT));
    }
}
