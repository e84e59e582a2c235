package dev.lichen.annotation.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import dev.lichen.annotation.queue.Comparison;
import dev.lichen.annotation.queue.Effort;
import dev.lichen.annotation.queue.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person compares two answers at a time, and is told where that does not fit together. */
class PairsIT {

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
    void whoLeavesInTheMiddleGoesOnWithTheQuestionsLeftEvenAfterAReload() throws IOException {
        try (Annotator person = person(4)) {
            person.opens().presses("p", "ArrowLeft", "ArrowRight").hasStatus("saved");
            String question = question(person);
            person.presses("Escape").reloads().presses("p");
            assertEquals(question, question(person));
            assertEquals(2, ((List<?>) person.state("comparisons")).size());
        }
    }

    @Test
    void keysOfTwoAtATimeAreOnesOwnToo() throws IOException {
        try (Annotator person = person(3)) {
            Page page = person.opens().presses("?").page();
            page.click("[data-action=pairFirst]");
            page.keyboard().press("a");
            assertEquals("A", page.textContent("[data-action=pairFirst] kbd"));
            page.click("[data-action=pairEqual]");
            page.keyboard().press("a");
            assertTrue(page.textContent("dialog [role=status]").contains("taken"), "one key, two things");
            page.keyboard().press("Escape");
            person.presses("p", "a", "ArrowLeft");
            assertEquals(1, ((List<?>) person.state("comparisons")).size());
            assertEquals("A", page.textContent("[data-focus=FIRST] kbd"));
        }
    }

    /** A screen reader and a switch click where nobody pressed a key or touched the screen. */
    @Test
    void clicksWithoutPointerOrKeyAreWork() throws IOException {
        try (Annotator person = person(3)) {
            Page page = person.opens().page();
            for (String letter : List.of("A", "B", "C")) {
                page.evaluate("letter => document.querySelector(`[data-focus=rank${letter}]`).click()", letter);
            }
            assertEquals("A › B › C", person.order());
            String item = person.item();
            page.evaluate("() => document.querySelector('.submit').click()");
            person.waitsForAnother(item);
            Effort effort = Verdict.of(person.judgements().getLast()).effort();
            assertEquals(0, effort.keyEvents());
            assertEquals(4, effort.pointerEvents());
        }
    }

    @Test
    void comparisonsReachTheServerAsTheyWereMade() throws IOException {
        try (Annotator person = person(3)) {
            person.opens().presses("p", "ArrowRight", "ArrowRight");
            assertEquals("A › B › C", person.order());
            person.presses("z", "=").hears("You said");
            String item = person.item();
            person.presses("Enter").waitsForAnother(item);
            Verdict verdict = Verdict.of(person.judgements().getLast());
            assertEquals(
                    List.of(Comparison.Outcome.SECOND, Comparison.Outcome.SECOND, Comparison.Outcome.TIE),
                    verdict.comparisons().stream().map(Comparison::outcome).toList());
            List<Integer> order = verdict.setting().order();
            Comparison last = verdict.comparisons().getLast();
            assertEquals(List.of(order.get(0), order.get(2)), List.of(last.first(), last.second()));
        }
    }

    @Test
    void aCircleIsNamedSpokenAskedAgainAndBlocksNothing() throws IOException {
        try (Annotator person = person(3)) {
            Page page = person.opens().page();
            person.presses("p", "ArrowRight", "ArrowRight", "z", "ArrowRight")
                    .hears("A is better than B, B is better than C, and C is better than A: that goes in a circle.");
            assertEquals("You said A › B, B › C, and C › A: that goes in a circle.", page.textContent(".doubt p"));
            assertTrue(page.isEnabled(".submit"));
            assertEquals(List.of(), Chromium.violations(page));

            page.click("[data-focus=doubt-CA]");
            assertEquals("C or A", question(person));
            page.click("text=A is better");
            person.hears("agrees with your order");
            assertEquals(0, page.locator(".doubt").count());
        }
    }

    @Test
    void anOrderChangedByHandIsHeldAgainstWhatWasSaidUntilItIsLetStand() throws IOException {
        try (Annotator person = person(3)) {
            Page page = person.opens().page();
            person.presses("p", "ArrowRight", "ArrowRight");
            page.click("[aria-label='Move B up']");
            page.click("[aria-label='Move B up']");
            assertEquals("B › A › C", person.order());
            assertEquals("You said A is better than B; in your order B stands above A.", page.textContent(".doubt p"));
            page.click("[data-focus=doubt-keep]");
            assertEquals(0, page.locator(".doubt").count());
            person.hasStatus("saved").reloads();
            assertEquals(0, page.locator(".doubt").count());
            for (int step = 0; step < 3; step++) {
                page.click("[aria-label='Move C up']");
            }
            assertEquals("B = C › A", person.order());
            page.click("[data-focus=doubt-follow]");
            assertEquals("A › B › C", person.order());
        }
    }

    @Test
    void undoTakesTheOrderBackAndNotWhatWasSaid() throws IOException {
        try (Annotator person = person(3)) {
            person.opens().presses("p", "ArrowRight", "ArrowRight", "u");
            assertEquals("", person.order());
            person.presses("p");
            assertEquals("A › B › C", person.order());
        }
    }

    @Test
    void whoReachesTheirGoalIsThankedOnce() throws IOException {
        try (Annotator person = person(3)) {
            app.services().goals().set(person.account().id(), 1);
            assertEquals("0 of 1 today", person.opens().page().textContent(".today"));
            String item = person.item();
            person.presses("a", "b", "c", "Enter").waitsForAnother(item).hears("thank you");
            assertEquals("1 of 1 today", person.page().textContent(".today"));
            assertEquals(1, person.page().locator(".notice.thanks").count());
            person.presses("a", "b", "c", "Enter").page().waitForSelector(".instead h1");
            assertEquals(1, person.page().locator(".instead p:not(.row)").count());
        }
    }

    private static String question(Annotator person) {
        return person.page()
                .evaluate(
                        "() => { const {first, second} = bench().pairing.question(); return first + ' or ' + second; }")
                .toString();
    }

    private static Annotator person(int answers) throws IOException {
        return new Annotator(chromium, app, Annotator.project(app, folder, 2, answers), 1440, 900);
    }
}
