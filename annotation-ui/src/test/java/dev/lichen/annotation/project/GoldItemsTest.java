package dev.lichen.annotation.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.annotation.TestDatabases;
import dev.lichen.annotation.TestWorld;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.account.NotAllowedException;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.store.EventKind;
import dev.lichen.datasets.Answer;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.Tiers;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GoldItemsTest {

    private static final GoldKey KEY = new GoldKey(Tiers.of(1, 2, 2), 0.2, "the first is right");

    private static ListedItem first(TestWorld world, Project project) {
        return world.services()
                .itemList()
                .find(world.owner().id(), project.id(), 1)
                .orElseThrow();
    }

    private static NewItem item(String... answers) {
        return new NewItem(
                List.of(Message.user("q")),
                List.of(answers).stream().map(Answer::new).toList(),
                Attributes.none(),
                0);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsGoldLeavesTheQueueAndComesBackWhereItWas(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            world.items(project, 1, 3);
            UUID owner = world.owner().id();
            UUID item = first(world, project).id();
            GoldItems gold = world.services().goldItems();
            long before = world.services().ledger().head().seq();

            gold.set(owner, item, KEY);
            gold.set(owner, item, new GoldKey(Tiers.of(2, 1, 0), 0, "the second"));
            assertEquals("the second", gold.key(owner, item).orElseThrow().explanation());
            assertEquals(Tiers.of(2, 1, 0), gold.key(owner, item).orElseThrow().expected());
            assertEquals(ItemState.GOLD, first(world, project).state());
            assertTrue(world.services()
                    .queue()
                    .next(world.annotator(project).id(), project.id())
                    .isEmpty());

            gold.remove(owner, item);
            gold.remove(owner, item);
            assertEquals(Optional.empty(), gold.key(owner, item));
            assertEquals(ItemState.OPEN, first(world, project).state());
            assertTrue(world.judgeNext(world.annotator(project), project));
            List<EventKind> kinds = world.services().ledger().after(before, 100).stream()
                    .map(event -> event.kind())
                    .filter(kind -> kind == EventKind.GOLD_SET || kind == EventKind.GOLD_REMOVED)
                    .toList();
            assertEquals(List.of(EventKind.GOLD_SET, EventKind.GOLD_SET, EventKind.GOLD_REMOVED), kinds);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFullItemThatWasGoldIsFullAgain(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            world.items(project, 1, 3);
            world.judgeNext(world.annotator(project), project);
            UUID item = first(world, project).id();
            world.services().goldItems().set(world.owner().id(), item, KEY);
            world.services().goldItems().remove(world.owner().id(), item);
            assertEquals(ItemState.FULL, first(world, project).state());
            assertEquals("1 / 1", first(world, project).handling().progress());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWithheldBecomesGoldWhenItIsReleased(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            world.items(project, 1, 3);
            UUID owner = world.owner().id();
            UUID item = first(world, project).id();
            world.services().items().hold(owner, item, "to look at");
            world.services().goldItems().set(owner, item, KEY);
            assertEquals(ItemState.HELD, first(world, project).state());
            assertTrue(first(world, project).handling().gold());
            world.services().items().release(owner, item);
            assertEquals(ItemState.GOLD, first(world, project).state());
        }
    }

    @ParameterizedTest
    @EnumSource
    void anOrderThatDoesNotFitIsRefused(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            world.add(project, List.of(item("a", "b", "a"), item("same", "same")));
            UUID owner = world.owner().id();
            UUID twins = first(world, project).id();
            UUID identical = world.services()
                    .itemList()
                    .find(owner, project.id(), 2)
                    .orElseThrow()
                    .id();
            GoldItems gold = world.services().goldItems();
            assertEquals(
                    "Bad gold order: found 2 tiers, expected one an answer",
                    refusal(() -> gold.set(owner, twins, new GoldKey(Tiers.of(1, 2), 0, ""))));
            assertEquals(
                    "Bad gold order: answers 0 and 2 have the same text, expected the same tier",
                    refusal(() -> gold.set(owner, twins, new GoldKey(Tiers.of(1, 2, 3), 0, ""))));
            assertEquals(
                    "Bad gold item: all its answers are the same, expected two to be put in order",
                    refusal(() -> gold.set(owner, identical, new GoldKey(Tiers.of(1, 1), 0, ""))));
            gold.set(owner, twins, new GoldKey(Tiers.of(1, 2, 1), 0, ""));
        }
    }

    @Test
    void aKeyHasAnOrderAndATolerance() {
        assertEquals(
                "Bad gold order: found 1 ranked answers, expected at least 2",
                refusal(() -> new GoldKey(Tiers.of(1, 0), 0, "")));
        assertEquals(
                "Bad gold order: found 0 ranked answers, expected at least 2",
                refusal(() -> GoldKey.ofRanks(Collections.nCopies(3, null), 0, "")));
        assertEquals(
                "Bad gold tolerance: found 1.5, expected 0 to 1", refusal(() -> new GoldKey(Tiers.of(1, 2), 1.5, "")));
        assertEquals(
                "Bad gold tolerance: found NaN, expected 0 to 1",
                refusal(() -> new GoldKey(Tiers.of(1, 2), Double.NaN, "")));
        assertEquals(
                "Bad gold explanation: found 10001 characters, expected at most 10000",
                refusal(() -> new GoldKey(Tiers.of(1, 2), 0, "x".repeat(10_001))));
    }

    @ParameterizedTest
    @EnumSource
    void onlyLeadsMakeGoldAndOnlyStaffReadIt(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            world.items(project, 1, 3);
            UUID item = first(world, project).id();
            GoldItems gold = world.services().goldItems();
            for (Role role : List.of(Role.REVIEWER, Role.AUDITOR, Role.ANNOTATOR)) {
                Account person = world.member(project, role);
                assertThrows(NotAllowedException.class, () -> gold.set(person.id(), item, KEY), role.name());
                assertThrows(NotAllowedException.class, () -> gold.remove(person.id(), item), role.name());
            }
            Account lead = world.member(project, Role.ADMIN);
            gold.set(lead.id(), item, KEY);
            assertEquals(
                    Optional.of(KEY),
                    gold.key(world.member(project, Role.REVIEWER).id(), item));
            Account annotator = world.annotator(project);
            assertThrows(NotAllowedException.class, () -> gold.key(annotator.id(), item));
        }
    }

    private static String refusal(Runnable call) {
        return assertThrows(ProjectException.class, call::run).getMessage();
    }
}
