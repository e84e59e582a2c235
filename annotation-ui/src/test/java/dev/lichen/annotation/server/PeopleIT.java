package dev.lichen.annotation.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.lichen.annotation.account.Access;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.account.Role;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Those who lead see to invitations and owners on the page of people. */
class PeopleIT {

    @TempDir
    private static Path folder;

    private static Chromium chromium;
    private static RunningApp app;

    @BeforeAll
    static void start() {
        chromium = new Chromium();
        app = new RunningApp(folder);
    }

    @AfterAll
    static void stop() {
        if (app != null) {
            app.close();
            chromium.close();
        }
    }

    private static boolean owns(Account person) {
        return app.services().access().has(person.id(), Access.EVERYWHERE, Role.OWNER);
    }

    @Test
    void anInvitationIsListedAndTakenBack() {
        app.person("inviting", Role.ADMIN);
        app.person("looking", Role.AUDITOR);
        try (BrowserContext window = chromium.window(1440, 900);
                BrowserContext theirs = chromium.window(1440, 900)) {
            Page page = Chromium.signIn(window, app, "inviting");
            page.navigate(app.address("projects/demo/people"));
            page.click("button:has-text('Make a link')");
            page.waitForSelector("tr:has(td:has-text('annotator')):has(td:has-text('inviting')) button");
            String link = page.textContent(".panel code");
            assertEquals(List.of(), Chromium.violations(page));
            Page auditor = Chromium.signIn(theirs, app, "looking");
            auditor.navigate(app.address("projects/demo/people"));
            auditor.waitForSelector("tr:has-text('annotator'):has-text('inviting')");
            assertEquals(0, auditor.locator("button:has-text('Take back')").count());
            page.click("button:has-text('Take back')");
            page.waitForSelector("button:has-text('Take back')", state(WaitForSelectorState.DETACHED));
            assertFalse(app.services().invitations().isValid(link.substring(link.lastIndexOf('/') + 1)));
        }
    }

    @Test
    void anOwnerMakesASecondOneAndTheLastOneStays() {
        Account second = app.person("second", Role.ANNOTATOR);
        try (BrowserContext window = chromium.window(1440, 900)) {
            Page page = Chromium.signIn(window, app, "owner");
            page.navigate(app.address("people"));
            change(page, "owner", "Take");
            page.waitForSelector(".error:has-text('The last owner stays')");
            change(page, "second", "Give");
            page.waitForSelector("tr:has(select[aria-label='Role for second']) td:nth-child(3):has-text('owner')");
            assertTrue(owns(second));
            change(page, "second", "Take");
            page.waitForSelector(
                    "tr:has(select[aria-label='Role for second']) td:nth-child(3):not(:has-text('owner'))",
                    state(WaitForSelectorState.ATTACHED));
            assertFalse(owns(second));
        }
    }

    @Test
    void anAdministratorIsOfferedNoOwner() {
        app.personEverywhere("admin", Role.ADMIN);
        try (BrowserContext window = chromium.window(1440, 900)) {
            Page page = Chromium.signIn(window, app, "admin");
            page.navigate(app.address("people"));
            page.waitForSelector(
                    "select[aria-label='Role for admin'] option[value=AUDITOR]", state(WaitForSelectorState.ATTACHED));
            assertEquals(0, page.locator("option[value=OWNER]").count());
        }
    }

    @Test
    void whoForgotAPasswordSetsAnotherByALinkAndIsIn() {
        app.person("forgetful", Role.ANNOTATOR);
        try (BrowserContext window = chromium.window(1440, 900);
                BrowserContext theirs = chromium.window(390, 844)) {
            Page page = Chromium.signIn(window, app, "owner");
            page.navigate(app.address("people"));
            page.click("button[aria-label='Make a link by which forgetful sets a new password']");
            String link = page.textContent("[role=status] code");
            assertEquals(List.of(), Chromium.violations(page));
            Page own = theirs.newPage();
            own.navigate(link);
            own.fill("input[type=password]", "a new long password");
            assertEquals(List.of(), Chromium.violations(own));
            own.click("button:has-text('Set it and sign in')");
            own.waitForSelector(".shell");
            own.navigate(link);
            own.waitForSelector("h1:has-text('This link is not valid')");
        }
    }

    private static Page.WaitForSelectorOptions state(WaitForSelectorState state) {
        return new Page.WaitForSelectorOptions().setState(state);
    }

    private static void change(Page page, String person, String what) {
        String row = "tr:has(select[aria-label='Role for " + person + "'])";
        page.selectOption(row + " select", Role.OWNER.name());
        page.click(row + " button:text-is('" + what + "')");
    }
}
