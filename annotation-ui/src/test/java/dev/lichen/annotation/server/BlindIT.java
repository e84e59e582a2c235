package dev.lichen.annotation.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.project.ProjectSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reads everything that reaches the browser and the programs of those who must not know who wrote an answer: no name of a
 * model, no file, no field of an import, no identifier of an item is in it.
 */
class BlindIT {

    /** Stands in every imported name, so that any of them is found. */
    private static final String MARK = "zqx";

    private static final String ITEM = "{\"id\":\"zqx-N\",\"source\":\"zqx-source\",\"zqx_field\":\"zqx\","
            + "\"prompt\":[{\"role\":\"user\",\"content\":\"question N\"}],\"answers\":["
            + "{\"content\":\"a first answer\",\"generator\":\"zqx-model-7b\",\"generation\":{\"seed\":\"zqx-seed\"}},"
            + "{\"content\":\"a second answer\",\"generator\":\"zqx-model-70b\",\"latency_ms\":\"zqx-9\"}],"
            + "\"tiers\":[1,2],\"annotator\":\"zqx-person\"}";

    @TempDir
    private static Path folder;

    private static Chromium chromium;
    private static RunningApp app;
    private static Project project;

    private final List<String> received = new ArrayList<>();

    @BeforeAll
    static void start() throws IOException {
        chromium = new Chromium();
        app = new RunningApp(folder);
        project = app.services().projects().create(app.owner().id(), "blind", "Blind", plain());
        Path file = Files.writeString(
                folder.resolve("zqx-file.jsonl"),
                IntStream.range(0, 4)
                        .mapToObj(n -> ITEM.replace("N", String.valueOf(n)))
                        .collect(Collectors.joining("\n")));
        app.services().importing().items(app.owner().id(), project.id(), file);
    }

    @AfterAll
    static void stop() {
        if (app != null) {
            app.close();
            chromium.close();
        }
    }

    private static ProjectSettings plain() {
        ProjectSettings usual = ProjectSettings.defaults();
        return new ProjectSettings(
                2,
                usual.leaseSeconds(),
                new ProjectSettings.Gold(0, 0),
                new ProjectSettings.Repeats(0, 1),
                usual.sampling());
    }

    @Test
    void anAnnotatorReceivesTextsOnly() {
        Account person = app.person("blind-annotator", project, Role.ANNOTATOR);
        try (BrowserContext window = chromium.window(1200, 900)) {
            window.route(url -> true, this::listen);
            Page page = Chromium.signIn(window, app, person.login());
            see(page, "work/blind");
            page.waitForSelector(".answer");
            page.keyboard().press("a");
            page.keyboard().press("b");
            page.keyboard().press("Enter");
            page.waitForFunction("() => document.body.innerText.includes('1')");
            see(page, "history");
            see(page, "history/blind");
            see(page, "account");
            see(page, "projects/blind");
            see(page, "");
        }
        assertTrue(received.stream().anyMatch(body -> body.contains("a first answer")), "the work itself was seen");
        assertNothingIn(received, true);
    }

    @Test
    void aReviewerSeesNoNames() {
        Account person = app.person("blind-reviewer", project, Role.REVIEWER);
        try (BrowserContext window = chromium.window(1200, 900)) {
            window.route(url -> true, this::listen);
            Page page = Chromium.signIn(window, app, person.login());
            for (String part : List.of("", "/items", "/items/1", "/quality", "/guidelines")) {
                see(page, "projects/blind" + part);
            }
        }
        assertNothingIn(received, false);
    }

    @Test
    void programsOfThoseWhoMayNotUnblindGetNoNames() throws IOException, InterruptedException {
        for (Role role : List.of(Role.ANNOTATOR, Role.REVIEWER)) {
            Account person = app.person("blind-program-" + role.name().toLowerCase(Locale.ROOT), project, role);
            HttpProgram program = HttpProgram.of(app, person.id());
            for (String route : AppRoutes.of(app, "/api/v1")) {
                if (route.startsWith("GET ")) {
                    String path = route.substring(5)
                            .replace("{slug}", "blind")
                            .replace("{number}", "1")
                            .replace("{job}", UUID.randomUUID().toString());
                    received.add(program.get(path).body());
                }
            }
        }
        assertTrue(received.stream().anyMatch(body -> body.contains("a first answer")), "the items were seen");
        assertNothingIn(received, false);
    }

    private void listen(Route route) {
        if (!Set.of("document", "xhr", "fetch").contains(route.request().resourceType())
                || route.request().url().contains("/VAADIN/push")) {
            route.resume();
            return;
        }
        APIResponse answer = route.fetch(new Route.FetchOptions().setMaxRedirects(0));
        received.add(answer.text() + answer.headers());
        route.fulfill(new Route.FulfillOptions().setResponse(answer));
    }

    private void see(Page page, String path) {
        page.navigate(app.address(path));
        page.waitForSelector("main, .not-found");
        received.add(page.content());
    }

    private static void assertNothingIn(List<String> bodies, boolean noItems) {
        List<String> items =
                app.services().database().jdbc().sql("select id from item").query(UUID.class).list().stream()
                        .map(UUID::toString)
                        .toList();
        for (String body : bodies) {
            assertFalse(body.contains(MARK), () -> around(body, MARK));
            if (noItems) {
                items.forEach(item -> assertFalse(body.contains(item), () -> around(body, item)));
            }
        }
        assertEquals(16, items.size());
    }

    private static String around(String body, String found) {
        int at = body.indexOf(found);
        return body.substring(Math.max(0, at - 200), Math.min(body.length(), at + 200));
    }
}
