package dev.lichen.annotation.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.annotation.TestDatabases;
import dev.lichen.annotation.TestWorld;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.account.NotAllowedException;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.queue.Verdict;
import dev.lichen.annotation.queue.WorkItem;
import dev.lichen.annotation.store.EventKind;
import dev.lichen.datasets.Answer;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.InvalidRecordException;
import dev.lichen.datasets.Message;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ItemsTest {

    private static NewItem item(String... answers) {
        return new NewItem(
                List.of(Message.user("question")),
                Stream.of(answers).map(Answer::new).toList(),
                Attributes.none(),
                0);
    }

    /** é as one character and as two, a full-width space and a line's end; white space within answers means something. */
    @Test
    void itemsThatDifferInCompositionAndWhiteSpaceOfThePromptAreOne() {
        NewItem one = asked("Un caf\u00e9 ?", "oui", "a\n  b");
        assertEquals(
                one.contentSha256(),
                asked("Un  cafe\u0301\u3000?\n", " oui", "a\n  b").contentSha256());
        assertNotEquals(
                one.contentSha256(), asked("Un caf\u00e9 ?", "oui", "a\nb").contentSha256());
        assertNotEquals(one.contentSha256(), asked("Un cafe ?", "oui", "a\n  b").contentSha256());
        assertEquals(1, asked("q", "caf\u00e9", "cafe\u0301 ").distinctAnswers());
    }

    private static NewItem asked(String prompt, String... answers) {
        return new NewItem(
                List.of(Message.user(prompt)),
                Stream.of(answers).map(Answer::new).toList(),
                Attributes.none(),
                0);
    }

    @ParameterizedTest
    @EnumSource
    void identicalAnswersAreShownOnceAndTied(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            world.add(project, List.of(item("a", "b", "a ", "c"), item("same", "same")));
            assertEquals(1, world.services().items().progress(project.id()).identical());
            Account person = world.annotator(project);
            WorkItem work =
                    world.services().queue().next(person.id(), project.id()).orElseThrow();
            assertEquals(3, work.answers().size());
            world.services().queue().submit(person.id(), work.assignment(), TestWorld.byText(work));
            Verdict verdict = Verdict.of(
                    world.services().judgements().latestOf(work.assignment()).orElseThrow());
            assertEquals(List.of(1, 2, 1, 3), verdict.tiers());
            assertTrue(world.services().queue().next(person.id(), project.id()).isEmpty());
        }
    }

    @ParameterizedTest
    @EnumSource
    void answerThatNamesItsModelHoldsTheItemBack(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            world.add(project, List.of(item("I am ChatGPT.", "b")));
            Account person = world.annotator(project);
            assertTrue(world.services().queue().next(person.id(), project.id()).isEmpty());
            StoredItem held = world.services()
                    .items()
                    .held(world.owner().id(), project.id())
                    .getFirst();
            assertEquals("An answer says \"ChatGPT\"", held.holdReason());
        }
    }

    @ParameterizedTest
    @EnumSource
    void unblindingNeedsARoleAndIsWrittenDown(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            world.add(
                    project,
                    List.of(new NewItem(
                            List.of(Message.user("q")),
                            List.of(new Answer("I am ChatGPT", "model-a"), new Answer("b", "model-b")),
                            Attributes.none(),
                            0)));
            StoredItem held = world.services()
                    .items()
                    .held(world.owner().id(), project.id())
                    .getFirst();
            assertNull(held.answers().getFirst().answer().generator());

            Account annotator = world.annotator(project);
            assertThrows(
                    NotAllowedException.class, () -> world.services().items().unblind(annotator.id(), held.id()));
            Account auditor = world.member(project, Role.AUDITOR);
            long before = world.services().ledger().head().seq();
            StoredItem seen = world.services().items().unblind(auditor.id(), held.id());
            assertEquals("model-a", seen.answers().getFirst().answer().generator());
            var event = world.services().ledger().after(before, 1).getFirst();
            assertEquals(EventKind.UNBLINDED, event.kind());
            assertEquals(auditor.id(), event.actor());
        }
    }

    @ParameterizedTest
    @EnumSource
    void withheldItemsAreGivenToNobodyUntilTheyAreReleased(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            world.add(project, List.of(item("a", "b")));
            Items items = world.services().items();
            UUID item = world.services()
                    .itemList()
                    .find(world.owner().id(), project.id(), 1)
                    .orElseThrow()
                    .id();
            Account annotator = world.annotator(project);
            Account reviewer = world.member(project, Role.REVIEWER);
            assertThrows(NotAllowedException.class, () -> items.hold(annotator.id(), item, "no"));
            assertEquals(
                    "Bad reason: found 0 characters, expected 1 to 1000",
                    assertThrows(ProjectException.class, () -> items.hold(reviewer.id(), item, " "))
                            .getMessage());
            items.hold(reviewer.id(), item, "It names a person");
            assertEquals("It names a person", items.get(reviewer.id(), item).holdReason());
            assertTrue(
                    world.services().queue().next(annotator.id(), project.id()).isEmpty());
            long before = world.services().ledger().head().seq();
            items.release(reviewer.id(), item);
            assertEquals(
                    EventKind.ITEM_RELEASED,
                    world.services().ledger().after(before, 1).getFirst().kind());
            assertTrue(world.judgeNext(annotator, project));
        }
    }

    /** The order of the letters is drawn from the item and the texts, so it is another one for another item. */
    @ParameterizedTest
    @EnumSource
    void lettersSayNothingOfTheSlotsAndTwinsShareOne(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            world.items(project, 30, 3);
            world.add(project, List.of(item("a", "b", "a")));
            List<StoredItem> all = world.services().items().page(world.owner().id(), project.id(), 0, 100);
            long orders = all.stream()
                    .limit(30)
                    .map(one -> one.lettered().stream().map(StoredAnswer::slot).toList())
                    .distinct()
                    .count();
            assertTrue(orders >= 3, "orders: " + orders);
            assertEquals(2, all.getLast().lettered().size());
            assertEquals(all.getFirst().lettered(), all.getFirst().lettered());
        }
    }

    @Test
    void scanFindsNamesOfModelsAndLeavesWordsAlone() {
        assertEquals(Optional.of("GPT-4o"), found("As GPT-4o I cannot"));
        assertEquals(Optional.of("通义千问"), found("我是通义千问。"));
        assertEquals(Optional.of("OpenAI"), found("trained by OpenAI."));
        assertEquals(Optional.of("ChatGPT"), found("我是ChatGPT，由OpenAI训练"));
        assertEquals(Optional.of("Claude"), found("作为Claude助手"));
        assertEquals(Optional.of("Qwen"), found("I am Qwen2.5."));
        assertEquals(Optional.of("Llama"), found("Llama3 at your service"));
        assertEquals(Optional.of("通义"), found("我是通义"));
        assertEquals(Optional.empty(), found("A llamasery is a monastery; the barding of a horse is its armour."));
        assertEquals(
                Optional.of("my-model-7b"),
                IdentityScan.find(List.of(new Answer("I am My-Model-7B", "my-model-7b"), new Answer("b"))));
        assertEquals(
                Optional.of("my-model-7b"),
                IdentityScan.find(List.of(new Answer("I am My-Model-7B", "models/my-model-7b"), new Answer("b"))));
        assertEquals(
                Optional.empty(),
                IdentityScan.find(List.of(new Answer("a model of a ship", "runs/one/model"), new Answer("b"))));
    }

    @Test
    void itemNeedsTwoToNineAnswers() {
        String[] ten = Stream.iterate("a", last -> last + "a").limit(10).toArray(String[]::new);
        assertEquals(
                "Bad item: found 10 answers, expected 2 to 9, or none",
                assertThrows(InvalidRecordException.class, () -> item(ten)).getMessage());
    }

    private static Optional<String> found(String text) {
        return IdentityScan.find(List.of(new Answer(text), new Answer("b")));
    }
}
