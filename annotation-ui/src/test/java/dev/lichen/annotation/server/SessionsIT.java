package dev.lichen.annotation.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.account.AccountStatus;
import dev.lichen.annotation.account.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions end with the next request, wherever they are. */
class SessionsIT {

    private static final String NEXT = "another long password";
    private static final int UNAUTHORIZED = 401;
    private static final int OK = 200;

    @TempDir
    private static Path folder;

    private static RunningApp app;

    @BeforeAll
    static void start() {
        app = new RunningApp(folder);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static int next(HttpPerson person) throws IOException, InterruptedException {
        return person.send("POST", "workbench/api/projects/demo/next", "", "Accept", "*/*")
                .statusCode();
    }

    private static void endsWith(String login, Consumer<Account> end) throws IOException, InterruptedException {
        Account account = app.person(login, Role.ANNOTATOR);
        HttpPerson person = new HttpPerson(app).signedIn(login);
        assertEquals(OK, next(person));
        end.accept(account);
        assertEquals(UNAUTHORIZED, next(person));
        assertEquals(OK, person.get("login").statusCode());
        assertEquals(UNAUTHORIZED, next(person));
    }

    @Test
    void aChangedPasswordEndsTheSession() throws IOException, InterruptedException {
        endsWith(
                "changed",
                account -> app.services().accounts().changePassword(account.id(), RunningApp.PASSWORD, NEXT));
        assertEquals(OK, next(new HttpPerson(app).signedIn("changed", NEXT)));
    }

    @Test
    void whoIsLockedOutIsOut() throws IOException, InterruptedException {
        endsWith(
                "locked",
                account -> app.services().accounts().setStatus(app.owner().id(), account.id(), AccountStatus.DISABLED));
    }

    @Test
    void whoIsErasedIsOut() throws IOException, InterruptedException {
        endsWith("gone", account -> app.services().accounts().erase(app.owner().id(), account.id()));
    }

    @Test
    void whoChangesTheirPasswordStaysInAndIsOutElsewhere() {
        app.person("both", Role.ANNOTATOR);
        try (Chromium chromium = new Chromium();
                BrowserContext here = chromium.window(1200, 900);
                BrowserContext there = chromium.window(1200, 900)) {
            Page elsewhere = Chromium.signIn(there, app, "both");
            elsewhere.navigate(app.address("account"));
            elsewhere.waitForSelector("input[autocomplete=new-password]");
            Page page = Chromium.signIn(here, app, "both");
            page.navigate(app.address("account"));
            page.fill("input[autocomplete=current-password]", RunningApp.PASSWORD);
            page.fill("input[autocomplete=new-password]", NEXT);
            page.locator(".panel:has(input[autocomplete=new-password]) .button").click();
            page.waitForSelector(".panel:has(input[autocomplete=new-password]) [role=status]:has-text('Saved')");
            page.navigate(app.address("history"));
            page.waitForSelector(".shell");
            elsewhere.locator(".panel .button").first().click(); // it was open all the time
            elsewhere.waitForSelector("input[name=password]");
            assertTrue(elsewhere.url().contains("login"), elsewhere.url());
        }
    }
}
