package dev.lichen.annotation.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.annotation.TestDatabases;
import dev.lichen.annotation.TestWorld;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.account.NotAllowedException;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.queue.Submission;
import dev.lichen.annotation.store.EventKind;
import dev.lichen.annotation.store.JudgementOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ItemHandlingTest {

    private static final int PEOPLE = 12;
    private static final int CHANGES = 60;

    private static ListedItem item(TestWorld world, Project project, long number) {
        return world.services()
                .itemList()
                .find(world.owner().id(), project.id(), number)
                .orElseThrow();
    }

    private static String refusal(Runnable call) {
        return assertThrows(ProjectException.class, call::run).getMessage();
    }

    @ParameterizedTest
    @EnumSource
    void aHigherPriorityComesFirst(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            world.items(project, 30, 2);
            UUID owner = world.owner().id();
            ItemHandling handling = world.services().itemHandling();
            handling.setPriority(owner, item(world, project, 30).id(), 7);
            long before = world.services().ledger().head().seq() - 1;
            var event = world.services().ledger().after(before, 1).getFirst();
            Account person = world.annotator(project);
            var work = world.services().queue().next(person.id(), project.id()).orElseThrow();
            assertEquals("question 29", work.prompt().getLast().text());
            assertEquals(7, item(world, project, 30).handling().priority());
            assertEquals(EventKind.ITEM_CHANGED, event.kind());
            assertEquals(
                    "Bad priority: found 1001, expected -1000 to 1000",
                    refusal(() ->
                            handling.setPriority(owner, item(world, project, 1).id(), 1001)));
            assertEquals(
                    "Bad priority: found -2147483648, expected -1000 to 1000",
                    refusal(() ->
                            handling.setPriority(owner, item(world, project, 1).id(), Integer.MIN_VALUE)));
        }
    }

    /** An item that waits for somebody, one that is withheld and one of another project get none. */
    @ParameterizedTest
    @EnumSource
    void oneMoreJudgementIsForFullItemsOfTheProjectAndForLeads(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            Project other = world.project("q", TestWorld.plain(1));
            world.items(project, 3, 2);
            world.items(other, 1, 2);
            Account person = world.annotator(project);
            for (int item = 0; item < 3; item++) {
                world.judgeNext(person, project);
            }
            world.judgeNext(world.annotator(other), other);
            UUID owner = world.owner().id();
            List<UUID> items = List.of(
                    item(world, project, 1).id(),
                    item(world, project, 2).id(),
                    item(world, project, 3).id(),
                    item(world, other, 1).id());
            world.services().items().hold(owner, items.get(1), "wrong");
            ItemHandling handling = world.services().itemHandling();
            handling.setOverlap(owner, items.get(2), 2);
            assertThrows(NotAllowedException.class, () -> handling.addOne(person.id(), project.id(), items));
            assertEquals(1, handling.addOne(owner, project.id(), items));
            assertEquals(2, item(world, project, 1).handling().overlap());
            assertEquals(ItemState.OPEN, item(world, project, 1).state());
            assertEquals(1, item(world, project, 2).handling().overlap());
            assertEquals(2, item(world, project, 3).handling().overlap());
            assertEquals(1, item(world, other, 1).handling().overlap());
        }
    }

    @ParameterizedTest
    @EnumSource
    void moreJudgementsOpenAFullItemAndFewerCloseIt(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            world.items(project, 1, 2);
            UUID owner = world.owner().id();
            UUID item = item(world, project, 1).id();
            ItemHandling handling = world.services().itemHandling();
            assertTrue(world.judgeNext(world.annotator(project), project));
            handling.setOverlap(owner, item, 3);
            assertEquals(ItemState.OPEN, item(world, project, 1).state());
            assertTrue(world.judgeNext(world.annotator(project), project));
            assertEquals(
                    "Bad overlap: found 1, expected at least 2, since so many people have begun or judged the item",
                    refusal(() -> handling.setOverlap(owner, item, 1)));
            handling.setOverlap(owner, item, 2);
            assertEquals(ItemState.FULL, item(world, project, 1).state());
            assertFalse(world.judgeNext(world.annotator(project), project));
            assertEquals(
                    "Bad overlap: found 0, expected 1 to 1000", refusal(() -> handling.setOverlap(owner, item, 0)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWithheldStaysSoWhateverIsWantedOfIt(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            world.items(project, 1, 2);
            UUID owner = world.owner().id();
            UUID item = item(world, project, 1).id();
            world.services().items().hold(owner, item, "to look at");
            world.services().itemHandling().setOverlap(owner, item, 5);
            assertEquals(ItemState.HELD, item(world, project, 1).state());
            assertFalse(world.judgeNext(world.annotator(project), project));
        }
    }

    /** Leads move the targets up and down while people take, skip and submit: places taken always add up. */
    @ParameterizedTest
    @EnumSource
    void overlapIsExactWhileItIsChanged(TestDatabases databases) throws InterruptedException {
        try (TestWorld world = TestWorld.on(databases);
                ExecutorService threads = Executors.newFixedThreadPool(PEOPLE + 1)) {
            Project project = world.project("p", TestWorld.plain(2));
            world.items(project, 6, 3);
            List<UUID> ids = IntStream.rangeClosed(1, 6)
                    .mapToObj(number -> item(world, project, number).id())
                    .toList();
            List<Future<Boolean>> all = new ArrayList<>();
            all.add(threads.submit(() -> changeOften(world, ids)));
            for (int person = 0; person < PEOPLE; person++) {
                Account account = world.annotator(project);
                all.add(threads.submit(() -> work(world, project, account)));
            }
            for (Future<Boolean> one : all) {
                assertTrue(result(one));
            }
            assertEquals(
                    0,
                    rows(
                            world,
                            "select count(*) from item i where overlap_target - open_slots <>"
                                    + " (select count(*) from assignment a where a.item_id = i.id and a.purpose = 'NORMAL'"
                                    + " and a.state in ('LEASED', 'DRAFT', 'SUBMITTED'))"));
            assertEquals(0, rows(world, "select count(*) from item where (state = 'FULL') <> (open_slots = 0)"));
            assertTrue(world.services().verification().verify().holds());
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyLeadsSayHowItemsAreHandedOut(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            world.items(project, 1, 2);
            UUID item = item(world, project, 1).id();
            ItemHandling handling = world.services().itemHandling();
            for (Role role : List.of(Role.REVIEWER, Role.AUDITOR, Role.ANNOTATOR)) {
                UUID person = world.member(project, role).id();
                assertThrows(NotAllowedException.class, () -> handling.setPriority(person, item, 1), role.name());
                assertThrows(NotAllowedException.class, () -> handling.setOverlap(person, item, 2), role.name());
            }
            handling.setOverlap(world.member(project, Role.ADMIN).id(), item, 2);
        }
    }

    private static boolean changeOften(TestWorld world, List<UUID> ids) {
        int changed = 0;
        for (int round = 0; round < CHANGES; round++) {
            try {
                world.services()
                        .itemHandling()
                        .setOverlap(world.owner().id(), ids.get(round % ids.size()), 1 + round % 5);
                changed++;
            } catch (ProjectException taken) {
                assertTrue(String.valueOf(taken.getMessage()).contains("expected at least"), taken::getMessage);
            }
        }
        return changed > 0;
    }

    private static boolean work(TestWorld world, Project project, Account person) {
        int seen = 0;
        var queue = world.services().queue();
        var next = queue.next(person.id(), project.id());
        while (next.isPresent()) {
            if (++seen % 3 == 0) {
                queue.leave(person.id(), next.get().assignment(), Submission.left(JudgementOutcome.SKIP, ""));
            } else {
                queue.submit(person.id(), next.get().assignment(), TestWorld.byText(next.get()));
            }
            next = queue.next(person.id(), project.id());
        }
        return true;
    }

    private static int rows(TestWorld world, String sql) {
        return world.services().database().jdbc().sql(sql).query(Integer.class).single();
    }

    private static boolean result(Future<Boolean> one) throws InterruptedException {
        try {
            return one.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }
}
