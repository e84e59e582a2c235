package dev.lichen.annotation.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.annotation.TestDatabases;
import dev.lichen.annotation.TestWorld;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.account.NotAllowedException;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.queue.Submission;
import dev.lichen.annotation.store.JudgementOutcome;
import dev.lichen.datasets.Answer;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.ExtraFields;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.Tiers;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ItemListTest {

    private static NewItem item(String question) {
        return new NewItem(
                List.of(Message.user(question)),
                List.of(new Answer("a", "model-a"), new Answer("b", "model-b")),
                new Attributes("id-" + question, "en", "a-source", ExtraFields.none()),
                0);
    }

    private static List<Long> numbers(TestWorld world, Project project, ItemFilter filter) {
        return page(world, project, filter, 0, 100);
    }

    private static List<Long> page(TestWorld world, Project project, ItemFilter filter, long after, int limit) {
        UUID owner = world.owner().id();
        return world.services().itemList().page(owner, project.id(), filter, after, limit).stream()
                .map(ListedItem::number)
                .toList();
    }

    private static ItemFilter words(String words) {
        return new ItemFilter(words, null, null);
    }

    private static ItemFilter in(@Nullable ItemState state, @Nullable Boolean gold) {
        return new ItemFilter("", state, gold);
    }

    private static UUID id(TestWorld world, Project project, long number) {
        return world.services()
                .itemList()
                .find(world.owner().id(), project.id(), number)
                .orElseThrow()
                .id();
    }

    @ParameterizedTest
    @EnumSource
    void itemsComePageByPageInTheOrderOfImport(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            world.items(project, 5, 3);
            world.items(world.project("other", TestWorld.plain(1)), 2, 3);
            assertEquals(List.of(1L, 2L), page(world, project, ItemFilter.all(), 0, 2));
            assertEquals(List.of(3L, 4L), page(world, project, ItemFilter.all(), 2, 2));
            assertEquals(List.of(5L), page(world, project, ItemFilter.all(), 4, 2));
            assertTrue(world.services()
                    .itemList()
                    .find(world.owner().id(), project.id(), 6)
                    .isEmpty());
        }
    }

    @ParameterizedTest
    @EnumSource
    void wordsOfTheQuestionFindItemsInAnyCaseAndScript(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            world.add(
                    project,
                    List.of(
                            item("Why is the Sky blue?"),
                            item("天空为什么是蓝色的？"),
                            item("100% of \"users\" ask about the sea"),
                            item("a sky_line")));
            assertEquals(List.of(1L, 4L), numbers(world, project, words("SKY")));
            assertEquals(List.of(1L), numbers(world, project, words("blue sky")));
            assertEquals(List.of(2L), numbers(world, project, words("蓝色")));
            assertEquals(List.of(3L), numbers(world, project, words("100%")));
            assertEquals(List.of(3L), numbers(world, project, words("\"users\"")));
            assertEquals(List.of(4L), numbers(world, project, words("y_l")));
            assertEquals(List.of(), numbers(world, project, words("nothing")));
        }
    }

    /** Prompts are stored as JSON, in which every one has a "role" and a "content". */
    @ParameterizedTest
    @EnumSource
    void namesOfFieldsAreNoWordsOfTheQuestion(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            world.add(project, List.of(item("one"), item("two"), item("my role at work"), item("four")));
            assertEquals(List.of(3L), page(world, project, words("role"), 0, 1));
            assertEquals(List.of(), numbers(world, project, words("content")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNumberFindsItsItem(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            world.add(project, List.of(item("one"), item("two"), item("the year 2")));
            assertEquals(List.of(2L, 3L), numbers(world, project, words("2")));
            assertEquals(List.of(2L), numbers(world, project, words("#2")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void stateAndGoldNarrowTheList(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            world.items(project, 4, 2);
            UUID owner = world.owner().id();
            GoldKey key = new GoldKey(Tiers.of(1, 2), 0, "");
            world.services().goldItems().set(owner, id(world, project, 3), key);
            world.services().goldItems().set(owner, id(world, project, 4), key);
            world.services().items().hold(owner, id(world, project, 4), "to look at");
            world.judgeNext(world.annotator(project), project);
            assertEquals(1, numbers(world, project, in(ItemState.FULL, null)).size());
            assertEquals(1, numbers(world, project, in(ItemState.OPEN, null)).size());
            assertEquals(List.of(4L), numbers(world, project, in(ItemState.HELD, null)));
            assertEquals(List.of(3L), numbers(world, project, in(ItemState.GOLD, null)));
            assertEquals(List.of(3L, 4L), numbers(world, project, in(null, true)));
            assertEquals(List.of(1L, 2L), numbers(world, project, in(null, false)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void judgementsAreCountedAndSkipsAreNot(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(3));
            world.items(project, 1, 3);
            world.judgeNext(world.annotator(project), project);
            Account skips = world.annotator(project);
            var work = world.services().queue().next(skips.id(), project.id()).orElseThrow();
            world.services().queue().leave(skips.id(), work.assignment(), Submission.left(JudgementOutcome.SKIP, ""));
            ListedItem item = world.services()
                    .itemList()
                    .find(world.owner().id(), project.id(), 1)
                    .orElseThrow();
            assertEquals(new ListedItem.Handling(0, 3, 1, false), item.handling());
            assertEquals("1 / 3", item.handling().progress());
        }
    }

    @ParameterizedTest
    @EnumSource
    void reviewersDoNotLearnTheSourceAndAnnotatorsNothing(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            world.add(project, List.of(item("one")));
            ItemList list = world.services().itemList();
            Account auditor = world.member(project, Role.AUDITOR);
            Account reviewer = world.member(project, Role.REVIEWER);
            Account annotator = world.annotator(project);
            assertEquals(
                    "a-source",
                    list.find(auditor.id(), project.id(), 1).orElseThrow().source());
            ListedItem blind = list.find(reviewer.id(), project.id(), 1).orElseThrow();
            assertNull(blind.source());
            assertEquals(
                    List.of("a", "b"),
                    list.answers(reviewer.id(), project.id(), List.of(blind)).get(blind.id()));
            assertThrows(
                    NotAllowedException.class, () -> list.page(annotator.id(), project.id(), ItemFilter.all(), 0, 1));
            assertThrows(NotAllowedException.class, () -> list.answers(annotator.id(), project.id(), List.of(blind)));
        }
    }
}
