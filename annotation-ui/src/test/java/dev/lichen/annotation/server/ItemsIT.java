package dev.lichen.annotation.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.lichen.annotation.TestWorld;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.account.AccountStatus;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.project.GoldKey;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.project.ProjectSettings;
import dev.lichen.annotation.project.SamplingPolicy;
import dev.lichen.annotation.store.EventKind;
import dev.lichen.datasets.Tiers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lead finds items, makes one gold that a newcomer is trained with, changes criteria, brings judgements in, erases. */
class ItemsIT {

    private static final Path PICTURES = Path.of("target", "pictures");

    private static final String JUDGED = "{\"prompt\":[{\"role\":\"user\",\"content\":\"%s\"}],\"answers\":["
            + "{\"content\":\"one\"},{\"content\":\"two\"}],\"tiers\":[2,1],\"annotator\":\"%s\"}\n";

    @TempDir
    private static Path folder;

    private static Chromium chromium;
    private static RunningApp app;
    private static TestWorld world;

    @BeforeAll
    static void start() {
        chromium = new Chromium();
        app = new RunningApp(folder);
        world = TestWorld.in(app.services().database());
    }

    @AfterAll
    static void stop() {
        if (app != null) {
            app.close();
            chromium.close();
        }
    }

    private static Project project(String slug, int training) {
        return world.project(
                slug,
                new ProjectSettings(
                        2,
                        600,
                        new ProjectSettings.Gold(0, training),
                        new ProjectSettings.Repeats(0, 1),
                        new ProjectSettings.Sampling(SamplingPolicy.ORDER, 0.2)));
    }

    @Test
    void aLeadMakesAnItemGoldAndANewcomerIsTrainedWithIt() {
        Project project = project("gold", 1);
        world.items(project, 3, 3);
        world.judgeNext(world.annotator(project), project);
        try (BrowserContext window = chromium.window(1440, 900)) {
            Page page = Chromium.signIn(window, app, "owner");
            page.navigate(app.address("projects/gold/items"));
            page.click("a:has-text('question 1')");
            page.waitForSelector("h1:has-text('Item 2')");
            rankByText(page);
            page.fill("textarea", "Answer 0 says it all.");
            page.click("button:has-text('Make it gold')");
            page.waitForSelector("button:has-text('No longer gold')");
        }
        Account newcomer = world.annotator(project);
        try (BrowserContext window = chromium.window(1440, 900)) {
            Page page = Chromium.signIn(window, app, newcomer.login(), TestWorld.PASSWORD);
            page.navigate(app.address("work/gold"));
            page.waitForSelector(".answer");
            assertTrue(page.textContent(".pace").contains("Training"), page.textContent(".pace"));
            "abc".chars().forEach(key -> page.keyboard().press(String.valueOf((char) key)));
            page.keyboard().press("Enter");
            page.waitForSelector(".notice.feedback:has-text('Answer 0 says it all.')");
            String best = page.locator(".answer:has-text('answer 0') .label").textContent();
            page.waitForSelector(".notice.feedback:has-text('Expected: " + best + " ›')");
            assertEquals(List.of(), Chromium.violations(page));
            page.keyboard().press("u"); // what is submitted is changed no more, so nothing is sent
            page.waitForSelector(".saved[data-status=submitted]");
            page.keyboard().press("Enter");
            page.waitForSelector(".pace:not(:has-text('Training'))");
        }
        assertEquals(
                1, app.services().queue().standing(newcomer.id(), project.id()).judged());
    }

    @Test
    void whatPeopleAgreeOnIsTakenOverAsGold() {
        Project project = project("agreed", 0);
        world.items(project, 1, 3);
        world.judgeNext(world.annotator(project), project);
        world.judgeNext(world.annotator(project), project);
        UUID owner = app.owner().id();
        UUID item = app.services()
                .itemList()
                .find(owner, project.id(), 1)
                .orElseThrow()
                .id();
        try (BrowserContext window = chromium.window(390, 900)) {
            Page page = Chromium.signIn(window, app, "owner");
            page.navigate(app.address("projects/agreed/items/1"));
            page.click("button:has-text('Make it gold')");
            page.waitForSelector("[role=alert]:has-text('found 0 ranked answers')");
            page.click("button:has-text('Take the consensus')");
            page.waitForFunction("() => document.querySelector('select').value !== ''");
            page.fill("label:has-text('Tolerance') + input", "0");
            page.click("button:has-text('Make it gold')");
            page.waitForSelector("button:has-text('No longer gold')");
        }
        assertEquals(
                new GoldKey(Tiers.of(1, 2, 3), 0, ""),
                app.services().goldItems().key(owner, item).orElseThrow());
    }

    /** Gives each answer the rank that its text asks for: "answer 0" the first. */
    private static void rankByText(Page page) {
        for (char letter : "ABC".toCharArray()) {
            String text = page.textContent("article:has-text('Answer " + letter + "') .prose");
            int rank = 1 + Character.digit(text.charAt("answer ".length()), 10);
            page.selectOption("label:has-text('Rank of " + letter + "') + select", String.valueOf(rank));
        }
    }

    @Test
    void whoWroteTheAnswersIsShownWhenAskedForAndWrittenDown() {
        Project project = project("blinded", 0);
        world.items(project, 1, 2);
        try (BrowserContext window = chromium.window(1440, 900)) {
            Page page = Chromium.signIn(window, app, "owner");
            page.navigate(app.address("projects/blinded/items/1"));
            page.waitForSelector("h2:has-text('Who wrote these')");
            assertFalse(page.content().contains("model-0"));
            long before = app.services().ledger().head().seq();
            page.click("button:has-text('Show who wrote them')");
            page.waitForSelector("td:has-text('model-0')");
            assertEquals(
                    EventKind.UNBLINDED,
                    app.services().ledger().after(before, 1).getFirst().kind());
        }
    }

    @Test
    void searchesStandInTheAddressAndLeadFromPageToPage() {
        Project project = project("many", 0);
        world.items(project, 60, 2);
        try (BrowserContext window = chromium.window(1440, 900)) {
            Page page = Chromium.signIn(window, app, "owner");
            page.navigate(app.address("projects/many/items"));
            page.waitForSelector("text=Items 1 to 50");
            page.click("a:has-text('Next')");
            page.waitForSelector("text=Items 51 to 60");
            page.fill("input[type=search]", "#8");
            page.keyboard().press("Enter");
            page.waitForSelector("text=Items 8 to 8");
            assertEquals("INPUT", page.evaluate("() => document.activeElement.tagName"));
            page.reload();
            page.waitForSelector("text=Items 8 to 8");
            assertEquals("#8", page.inputValue("input[type=search]"));
            page.selectOption("select", "HELD");
            page.waitForSelector("text=No item fits.");
        }
    }

    @Test
    void anItemIsWithheldAskedMoreOftenAndReleased() {
        Project project = project("handled", 0);
        world.items(project, 1, 2);
        try (BrowserContext window = chromium.window(390, 900)) {
            Page page = Chromium.signIn(window, app, "owner");
            page.navigate(app.address("projects/handled/items/1"));
            page.fill("label:has-text('Judgements an item') + input", "0");
            page.click("h2:has-text('When and how often') ~ .row button");
            page.waitForSelector("[role=alert]:has-text('expected 1 to 1000')");
            page.fill("label:has-text('Judgements an item') + input", "5");
            page.click("h2:has-text('When and how often') ~ .row button");
            page.waitForSelector("dd:has-text('0 / 5')");
            page.fill("label:has-text('Reason') + input", "It names a person");
            page.click("button:has-text('Withhold')");
            page.waitForSelector("p:has-text('It names a person')");
            page.click("button:has-text('Release')");
            page.waitForSelector("dd:has-text('open')");
        }
    }

    @Test
    void aLeadPublishesCriteriaThatTheNextItemAsksFor() {
        Project project = project("asked", 0);
        world.items(project, 1, 2);
        try (BrowserContext window = chromium.window(1440, 900)) {
            Page page = Chromium.signIn(window, app, "owner");
            page.navigate(app.address("projects/asked/criteria"));
            page.click("button:has-text('Add a criterion')");
            page.click("button:has-text('Publish')");
            page.waitForSelector("[role=alert]:has-text('blank')");
            page.fill("label:has-text('Code') + input >> nth=0", "clear");
            page.fill("label:has-text('Name in Chinese') + input >> nth=0", "清楚");
            page.click("button:has-text('Remove broken')");
            page.click("button:has-text('Publish')");
            page.waitForSelector("td:has-text('clear 1–5')");
        }
        Account person = world.annotator(project);
        var schema = app.services()
                .queue()
                .next(person.id(), project.id())
                .orElseThrow()
                .schema();
        assertEquals("清楚", schema.criteria().getFirst().labels().get("zh"));
        assertEquals(2, schema.flags().size());
    }

    @Test
    void judgementsComeInWithTheirItemsIfTicked() throws IOException {
        Project project = project("brought", 0);
        Path file = Files.writeString(
                folder.resolve("judged.jsonl"), JUDGED.formatted("q", "ann") + JUDGED.formatted("q", "bo"));
        Path bad = Files.writeString(folder.resolve("bad.jsonl"), JUDGED.formatted("r", "ann") + "{\"prompt\":1}\n");
        try (BrowserContext window = chromium.window(1440, 900)) {
            Page page = Chromium.signIn(window, app, "owner");
            page.navigate(app.address("projects/brought/overview"));
            page.check("lichen-upload input[type=checkbox]");
            page.setInputFiles("#upload-file", bad);
            page.click("lichen-upload button");
            page.waitForSelector("lichen-upload .error:has-text('bad.jsonl:2')");
            page.setInputFiles("#upload-file", file);
            page.click("lichen-upload button");
            page.waitForSelector("text=2 judgements by 2 people kept, 0 known already.");
        }
        assertEquals(2, app.services().items().progress(project.id()).judgements());
    }

    @Test
    void whoIsLockedOutSeesNothingFromThenOn() {
        app.person("guest", Role.REVIEWER);
        try (BrowserContext theirs = chromium.window(1440, 900);
                BrowserContext window = chromium.window(1440, 900)) {
            Page guest = Chromium.signIn(theirs, app, "guest");
            guest.navigate(app.address("projects/" + app.project().slug() + "/items"));
            guest.waitForSelector("nav.tabs");
            Page page = Chromium.signIn(window, app, "owner");
            page.navigate(app.address("people"));
            page.click("button[aria-label='Lock guest out']");
            page.waitForSelector("td:has-text('cannot sign in')");
            assertEquals(List.of(), Chromium.violations(page));
            guest.reload();
            guest.waitForSelector("input[name=password]");
            page.click("button[aria-label='Let guest in again']");
            page.waitForSelector("button[aria-label='Lock guest out']");
            guest.reload();
            guest.waitForSelector("input[name=password]");
            Chromium.signIn(theirs, app, "guest");
        }
    }

    @Test
    void aPersonIsErasedOnceTheLoginIsTyped() {
        Account person = app.person("leaver", Role.ANNOTATOR);
        try (BrowserContext window = chromium.window(1440, 900)) {
            Page page = Chromium.signIn(window, app, "owner");
            page.navigate(app.address("people"));
            page.click("button[aria-label='Erase leaver …']");
            page.fill("label:has-text('Type the login') + input", "somebody");
            page.click("button:has-text('Erase for good')");
            page.waitForSelector("[role=alert]:has-text('expected leaver')");
            assertEquals(List.of(), Chromium.violations(page));
            page.fill("label:has-text('Type the login') + input", "leaver");
            page.click("button:has-text('Erase for good')");
            page.waitForSelector("td:has-text('erased-" + person.id() + "')");
        }
        assertEquals(
                AccountStatus.ERASED,
                app.services().accounts().find(person.id()).orElseThrow().status());
    }

    @Test
    void everybodyCanReadAnItemThatPeopleJudged() {
        Project project = project("read", 0);
        world.items(project, 2, 3);
        for (Account person : List.of(world.annotator(project), world.annotator(project))) {
            world.judgeNext(person, project);
            assertTrue(world.judgeNext(person, project), "there are two items");
        }
        look("wide", ColorScheme.LIGHT, 1440, project.slug());
        look("phone", ColorScheme.DARK, 390, project.slug());
    }

    private static void look(String name, ColorScheme scheme, int width, String slug) {
        UUID owner = app.owner().id();
        app.services().accounts().change(owner, "owner", width < 1000 ? "zh" : "en", List.of());
        try (BrowserContext window = chromium.window(width, 1200)) {
            Page page = Chromium.signIn(window, app, "owner");
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (String part : List.of("items", "items/1", "criteria")) {
                page.navigate(app.address("projects/" + slug + "/" + part));
                page.waitForSelector("main .panel");
                assertEquals(List.of(), Chromium.violations(page), part);
                assertTrue(
                        (boolean) page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"),
                        part + " scrolls sideways at " + width);
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(PICTURES.resolve(part.replace('/', '-') + "-" + name + ".png")));
            }
        } finally {
            app.services().accounts().change(owner, "owner", "en", List.of());
        }
    }
}
