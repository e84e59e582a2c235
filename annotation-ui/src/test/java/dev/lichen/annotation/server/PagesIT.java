package dev.lichen.annotation.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.lichen.annotation.account.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every page in a real browser: who may see it, and whether everybody can use it. */
class PagesIT {

    /** So high that the bar at the foot covers no button; what it covers otherwise depends on the item and is scrolled to. */
    private static final int SHOWS_WHOLE_PAGES = 3000;

    static final List<String> PAGES = List.of(
            "",
            "history",
            "account",
            "people",
            "audit",
            "work/demo",
            "projects/demo",
            "projects/demo/items",
            "projects/demo/items/7",
            "projects/demo/quality",
            "projects/demo/consensus",
            "projects/demo/review",
            "projects/demo/guidelines",
            "projects/demo/criteria",
            "projects/demo/people",
            "projects/demo/settings",
            "projects/demo/export",
            "projects/demo/training",
            "projects/demo/audit",
            "projects/demo/runs/seen");

    /** The ways in, which are open to those who are not signed in. */
    private static final Set<String> WAYS_IN = Set.of("login", "setup", "join/:token", "password/:token");

    private static final Set<String> EVERYBODY = Set.of("", "history", "account");

    /** The pages that a role in the project opens, beyond everybody's. */
    private static final Map<Role, Set<String>> OPEN = Map.of(
            Role.ANNOTATOR,
            Set.of("work/demo"),
            Role.REVIEWER,
            Set.of(
                    "projects/demo",
                    "projects/demo/items",
                    "projects/demo/items/7",
                    "projects/demo/quality",
                    "projects/demo/consensus",
                    "projects/demo/review",
                    "projects/demo/guidelines",
                    "projects/demo/criteria"),
            Role.AUDITOR,
            Set.of(
                    "projects/demo",
                    "projects/demo/items",
                    "projects/demo/items/7",
                    "projects/demo/quality",
                    "projects/demo/consensus",
                    "projects/demo/guidelines",
                    "projects/demo/criteria",
                    "projects/demo/people",
                    "projects/demo/export",
                    "projects/demo/audit"),
            Role.ADMIN,
            Set.of(
                    "projects/demo",
                    "projects/demo/items",
                    "projects/demo/items/7",
                    "projects/demo/quality",
                    "projects/demo/consensus",
                    "projects/demo/review",
                    "projects/demo/guidelines",
                    "projects/demo/criteria",
                    "projects/demo/people",
                    "projects/demo/settings",
                    "projects/demo/export",
                    "projects/demo/training",
                    "projects/demo/audit",
                    "projects/demo/runs/seen"));

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

    @Test
    void everyPageOfTheAppHasItsRow() {
        List<String> forgotten = AppRoutes.pages(app).stream()
                .filter(template -> !WAYS_IN.contains(template))
                .filter(template -> PAGES.stream().noneMatch(page -> AppRoutes.matches(template, page)))
                .toList();
        assertEquals(List.of(), forgotten);
    }

    @TestFactory
    Stream<DynamicTest> aRoleOpensItsPagesAndNoOther() {
        return OPEN.keySet().stream()
                .map(role -> DynamicTest.dynamicTest(role.name(), () -> {
                    app.person("role-" + role.name(), role);
                    try (BrowserContext window = chromium.window(1200, 800)) {
                        Page page = Chromium.signIn(window, app, "role-" + role.name());
                        for (String path : PAGES) {
                            boolean expected =
                                    EVERYBODY.contains(path) || OPEN.get(role).contains(path);
                            assertEquals(expected, opens(app, page, path), role + " at /" + path);
                        }
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> axeFindsNothing() {
        return Stream.of(
                DynamicTest.dynamicTest("light, wide", () -> check(ColorScheme.LIGHT, 1440)),
                DynamicTest.dynamicTest("dark, on a phone", () -> check(ColorScheme.DARK, 390)));
    }

    @TestFactory
    Stream<DynamicTest> nobodyEntersWithoutSigningIn() {
        return PAGES.stream()
                .map(path -> DynamicTest.dynamicTest("/" + path, () -> {
                    try (BrowserContext window = chromium.window(1200, 800)) {
                        Page page = window.newPage();
                        page.navigate(app.address(path));
                        page.waitForSelector("input[name=password]");
                    }
                }));
    }

    private static void check(ColorScheme scheme, int width) {
        try (BrowserContext window = chromium.window(width, SHOWS_WHOLE_PAGES)) {
            Page page = Chromium.signIn(window, app, "owner");
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (String path : PAGES) {
                opens(app, page, path);
                assertEquals(List.of(), Chromium.violations(page), "/" + path);
            }
        }
    }

    /** Opens a page; a page that is not there for somebody says so instead. */
    static boolean opens(RunningApp app, Page page, String path) {
        page.navigate(app.address(path));
        page.waitForSelector("main, .not-found");
        if (path.startsWith("work") && page.querySelector(".not-found") == null) {
            page.waitForSelector(".answer, section.instead");
        }
        if (path.contains("/runs/") && page.querySelector(".not-found") == null) {
            page.waitForSelector(".values strong");
            page.waitForSelector(".sample");
        }
        return page.querySelector(".not-found") == null;
    }
}
