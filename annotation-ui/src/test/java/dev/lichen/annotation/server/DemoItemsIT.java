package dev.lichen.annotation.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.lichen.annotation.TestWorld;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.project.Project;
import java.io.IOException;
import java.nio.file.Files;
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

    private static final String CODE = """
            {"prompt": [{"role": "user", "content": "q"}], "tiers": [1, 1],\
             "answers": [{"content": "```java\\nreturn 1 < 2;\\n```"}, {"content": "true"}]}
            """;

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

    @Test
    void codeIsColouredAndCopiedAsItIs() throws IOException {
        Project project = app.services().projects().create(app.owner().id(), "code", "Code", TestWorld.plain(1));
        Path item = Files.writeString(folder.resolve("code.jsonl"), CODE);
        app.services().importing().items(app.owner().id(), project.id(), item);
        app.person("programmer", project, Role.ANNOTATOR);
        try (BrowserContext window = chromium.window(1440, 900)) {
            window.grantPermissions(List.of("clipboard-read", "clipboard-write"));
            Page page = Chromium.signIn(window, app, "programmer");
            page.navigate(app.address("work/code"));
            assertTrue(isThereAnItem(page));
            Locator block = page.locator(".code-block");
            assertEquals("return", block.locator(".hljs-keyword").textContent());
            block.locator("button[aria-label='Copy the code']").click();
            block.locator("button[aria-label='Copied']").waitFor();
            assertEquals("return 1 < 2;\n", page.evaluate("() => navigator.clipboard.readText()"));
        }
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
                String question = page.textContent(".question");
                assertEquals(List.of(), Chromium.violations(page), question);
                String language = question.codePoints().anyMatch(Character::isIdeographic) ? "zh" : "en";
                assertEquals(language, page.getAttribute(".question", "lang"), question);
                assertEquals(language, page.getAttribute(".answer .text", "lang"), question);
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
