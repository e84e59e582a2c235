package dev.lichen.annotation.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.annotation.TestDatabases;
import dev.lichen.annotation.TestWorld;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.account.NotAllowedException;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.project.SearchWords;
import dev.lichen.annotation.store.JudgementOutcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HistoryTest {

    private static final int JUDGED = 7;

    @ParameterizedTest
    @EnumSource
    void pagesHoldEachJudgementOnceTheNewestFirst(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Scene scene = Scene.in(world);
            List<HistoryEntry> all = new ArrayList<>();
            List<HistoryEntry> page = scene.page("", null, Long.MAX_VALUE, 3);
            while (!page.isEmpty()) {
                all.addAll(page);
                page = scene.page("", null, page.getLast().place(), 3);
            }
            assertEquals(
                    JUDGED + 1,
                    all.stream().map(HistoryEntry::assignment).distinct().count());
            assertEquals(JUDGED + 1, all.size());
            assertEquals(
                    all.stream()
                            .sorted(Comparator.comparingLong(HistoryEntry::place)
                                    .reversed())
                            .toList(),
                    all);
        }
    }

    @ParameterizedTest
    @EnumSource
    void wordsAndOutcomeAreLookedForInOnesOwnWorkOnly(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Scene scene = Scene.in(world);
            String question = scene.page("", null, Long.MAX_VALUE, 1).getFirst().question();
            List<String> found = scene.page(question.toUpperCase(Locale.ROOT), null, Long.MAX_VALUE, 9).stream()
                    .map(HistoryEntry::question)
                    .distinct()
                    .toList();
            assertEquals(List.of(question), found);
            assertEquals(List.of(), scene.page("content", null, Long.MAX_VALUE, 9), "the name of a stored field");
            assertEquals(
                    1, scene.page("", JudgementOutcome.SKIP, Long.MAX_VALUE, 9).size());
            assertEquals(
                    JUDGED,
                    scene.page("", JudgementOutcome.JUDGED, Long.MAX_VALUE, 9).size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoIsNoAnnotatorHasNone(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Scene scene = Scene.in(world);
            Account other = world.annotator(world.project("other", TestWorld.plain(1)));
            assertThrows(
                    NotAllowedException.class,
                    () -> world.services()
                            .history()
                            .page(other.id(), scene.project().id(), History.Filter.all(), Long.MAX_VALUE, 9));
        }
    }

    /** Somebody who ranked some items and skipped one, beside somebody else. */
    private record Scene(TestWorld world, Project project, Account person) {

        static Scene in(TestWorld world) {
            Project project = world.project("p", TestWorld.plain(2));
            world.items(project, JUDGED + 1, 2);
            Account person = world.annotator(project);
            Account other = world.annotator(project);
            for (int i = 0; i < JUDGED; i++) {
                assertTrue(world.judgeNext(person, project));
                assertTrue(world.judgeNext(other, project));
            }
            WorkQueue queue = world.services().queue();
            queue.leave(
                    person.id(),
                    queue.next(person.id(), project.id()).orElseThrow().assignment(),
                    Submission.left(JudgementOutcome.SKIP, ""));
            return new Scene(world, project, person);
        }

        List<HistoryEntry> page(String words, JudgementOutcome outcome, long before, int limit) {
            return world.services()
                    .history()
                    .page(
                            person.id(),
                            project.id(),
                            new History.Filter(new SearchWords(words), outcome),
                            before,
                            limit);
        }
    }
}
