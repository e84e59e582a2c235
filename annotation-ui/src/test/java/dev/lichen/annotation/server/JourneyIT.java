package dev.lichen.annotation.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import dev.lichen.annotation.queue.Verdict;
import dev.lichen.annotation.store.JudgementOutcome;
import dev.lichen.annotation.store.StoredJudgement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person does from the first item to the last, and what can come between. */
class JourneyIT {

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

    @Test
    void theServerHasExactlyWhatAPersonDidOnTheWay() throws IOException {
        try (Annotator person = person(3)) {
            person.opens().presses("a", "=", "b", "c");
            assertEquals("A = B › C", person.order());
            person.presses("u", "u");
            assertEquals("A", person.order());
            person.presses("r", "r");
            assertEquals("A = B › C", person.order());
            Object first = submitted(person);

            String skipped = person.item();
            person.presses("k");
            person.page().fill("#skip-other", "not my field");
            person.presses("Enter").waitsForAnother(skipped);

            person.presses("c").hasStatus("saved");
            person.window().setOffline(true);
            person.presses("b", "a").hasStatus("offline");
            person.window().setOffline(false);
            person.hasStatus("saved");
            assertEquals("C › B › A", person.order());
            Object last = person.tiersByText();
            person.presses("Enter").page().waitForSelector(".instead h1");

            List<StoredJudgement> kept = person.judgements();
            assertEquals(
                    List.of(JudgementOutcome.JUDGED, JudgementOutcome.SKIP, JudgementOutcome.JUDGED),
                    kept.stream().map(StoredJudgement::outcome).toList());
            assertEquals(first, person.tiersByText(kept.getFirst()));
            assertEquals(last, person.tiersByText(kept.getLast()));
            String reason = app.services().judgements().freeText(kept.get(1)).orElseThrow();
            assertTrue(reason.contains("not my field"), reason);
            assertTrue(app.services().verification().verify().holds());
        }
    }

    @Test
    void theSameIsDoneByKeyboardAlone() throws IOException {
        try (Annotator person = person(2)) {
            Page page = person.page();
            person.tabsTo("a[href='work/" + person.project().slug() + "']").presses("Enter");
            person.waits();

            person.tabsTo(".text").presses("?");
            page.waitForSelector("dialog[open]");
            person.tabsTo("[data-action=undo]").presses("Enter", "0");
            page.waitForFunction("() => document.querySelector('[data-action=undo] kbd').textContent === '0'");
            person.presses("Escape");
            page.waitForFunction("() => !document.querySelector('dialog') && document.activeElement.matches('.text')");

            person.presses("a", "b", "0");
            assertEquals("A", person.order());
            person.presses("r", "c").tabsTo("[data-focus=flagB]").presses("Enter");
            page.waitForSelector("dialog[open]");
            person.tabsTo("dialog input").presses(" ", "Escape");
            page.waitForFunction("() => document.activeElement.dataset.focus === 'flagB'");
            assertEquals("A › B › C", person.order());
            assertEquals(1, Verdict.of(submittedBy(person)).flags().size());

            person.presses("k");
            page.waitForSelector("dialog[open]");
            person.presses("2");
            page.waitForSelector(".instead h1");
            assertEquals(
                    List.of(JudgementOutcome.JUDGED, JudgementOutcome.SKIP),
                    person.judgements().stream().map(StoredJudgement::outcome).toList());
            person.tabsTo(".shell-tools button:last-child").presses("Enter");
            page.waitForSelector("input[name=password]");
        }
    }

    @Test
    void workWhoseLeaseRanOutIsTakenWhileThereIsRoom() throws IOException {
        try (Annotator person = person(1)) {
            person.opens().presses("b", "a").hasStatus("saved");
            leaseRunsOut();
            person.presses("c", "Enter").page().waitForSelector(".instead h1");
            assertEquals(1, person.judgements().size());
        }
    }

    @Test
    void workWhoseLeaseRanOutIsKeptAndOfferedAgainWhenAPlaceOpens() throws IOException {
        try (Annotator late = person(1);
                Annotator quick = new Annotator(chromium, app, late.project(), 1440, 900)) {
            late.opens().presses("b", "a").hasStatus("saved");
            leaseRunsOut();
            quick.opens();
            late.presses("c").hasStatus("kept");
            late.presses("Enter").page().waitForSelector(".notice.refused");
            assertEquals("B › A › C", late.order());
            assertEquals(0, late.judgements().size());

            quick.presses("k").page().waitForSelector("dialog[open]");
            quick.presses("1").page().waitForSelector(".instead h1");
            late.opens();
            assertEquals("B › A › C", late.order());
            late.presses("Enter").page().waitForSelector(".instead h1");
            assertEquals(1, late.judgements().size());
        }
    }

    @Test
    void workSurvivesSigningOutInAnotherTabAndInAgain() throws IOException {
        try (Annotator person = person(1)) {
            person.opens().presses("b").hasStatus("saved");
            Page other = person.window().newPage();
            other.navigate(app.address("account"));
            other.click(".shell-tools button:last-child");
            other.waitForSelector("input[name=password]");
            person.presses("a").hasStatus("signed-out");
            other.fill("input[name=username]", person.account().login());
            other.fill("input[name=password]", RunningApp.PASSWORD);
            other.click("button[type=submit]");
            other.waitForSelector(".shell");
            person.opens().page().waitForSelector(".saved[data-status=saved], .saved[data-status=restored]");
            assertEquals("B › A", person.order());
        }
    }

    @Test
    void twoQuickEntersMakeOneJudgement() throws IOException {
        try (Annotator person = person(2)) {
            person.opens();
            String item = person.item();
            person.presses("a", "b", "c", "Enter", "Enter").waitsForAnother(item);
            assertEquals(1, person.judgements().size());
            assertEquals("", person.order());
        }
    }

    private static Annotator person(int items) throws IOException {
        return new Annotator(chromium, app, Annotator.project(app, folder, items, 3), 1440, 900);
    }

    private static Object submitted(Annotator person) {
        Object tiers = person.tiersByText();
        String item = person.item();
        person.presses("Enter").waitsForAnother(item);
        return tiers;
    }

    /** Submits by keyboard from wherever the focus is on the answers. */
    private static StoredJudgement submittedBy(Annotator person) {
        String item = person.item();
        person.tabsTo("[data-focus=submit]").presses("Enter").waitsForAnother(item);
        return person.judgements().getLast();
    }

    private static void leaseRunsOut() {
        Stream.of("LEASED", "DRAFT")
                .forEach(state -> app.services()
                        .database()
                        .jdbc()
                        .sql("update assignment set lease_until = timestamp '2020-01-01 00:00:00' where state = ?")
                        .param(state)
                        .update());
        app.services().queue().sweep();
    }
}
