package dev.lichen.annotation.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.annotation.TestDatabases;
import dev.lichen.annotation.TestWorld;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.exchange.ExportKind;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.queue.Submission;
import dev.lichen.annotation.queue.WorkItem;
import dev.lichen.annotation.queue.WorkQueue;
import dev.lichen.annotation.store.JudgementOutcome;
import dev.lichen.annotation.store.LedgerHead;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LineageTest {

    @TempDir
    private Path folder;

    private static Job job(Jobs jobs, TestWorld world, Project project, String name, Map<String, String> settings) {
        JobRequest request = new JobRequest(project.id(), JobCommand.REWARD, name, "cpu", null, settings);
        return jobs.submit(world.owner().id(), request);
    }

    @ParameterizedTest
    @EnumSource
    void aPolicyLeadsBackToThePeopleBehindItsRewardModelAndNobodyElse(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(3));
            world.items(project, 2, 3);
            Account first = world.annotator(project);
            Account second = world.annotator(project);
            Account late = world.annotator(project);
            world.judgeNext(first, project);
            world.judgeNext(second, project);
            Path rankings = folder.resolve("rankings.jsonl");
            world.services()
                    .exporting()
                    .write(
                            world.owner().id(),
                            project.id(),
                            ExportKind.RANKINGS,
                            world.services().ledger().head(),
                            rankings);
            world.judgeNext(late, project);
            Path runs = folder.resolve("runs");
            Jobs jobs = world.services().jobs(List.of("false"), runs);
            Lineage lineage = new Lineage(world.services().database(), jobs);
            Job reward = job(jobs, world, project, "reward", Map.of("data.rankings", rankings.toString()));
            String model = runs.resolve("reward").resolve("model").toString();
            Job policy = job(jobs, world, project, "ppo", Map.of("models.reward", model));
            Lineage.Snapshot snapshot = lineage.snapshot(policy).orElseThrow();
            assertEquals(2, snapshot.judgements());
            assertEquals(
                    Stream.of(first, second).map(Account::pseudonym).sorted().toList(), snapshot.pseudonyms());
            assertEquals(List.of("reward"), names(lineage.parents(policy)));
            assertEquals(List.of("ppo"), names(lineage.children(reward)));
            assertEquals(2, lineage.learnedFrom(project.id(), first.pseudonym()).size());
            assertEquals(List.of(), lineage.learnedFrom(project.id(), late.pseudonym()));
        }
    }

    /** Of three, one becomes not rankable and another one a ranking, before and after the export. */
    @ParameterizedTest
    @EnumSource
    void snapshotHasTheCorrectionsOfItsMomentAndNoLaterOnes(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            world.items(project, 3, 2);
            Account turned = world.annotator(project);
            Account late = world.annotator(project);
            WorkItem first = ranked(world, project, turned);
            WorkItem second = ranked(world, project, late);
            WorkQueue queue = world.services().queue();
            queue.correct(turned.id(), first.assignment(), notRankable());
            assertEquals(1, world.services().items().size(project.id()).rankings());
            Path rankings = folder.resolve("rankings.jsonl");
            LedgerHead head = world.services().ledger().head();
            world.services().exporting().write(world.owner().id(), project.id(), ExportKind.RANKINGS, head, rankings);
            queue.correct(turned.id(), first.assignment(), TestWorld.byText(first));
            queue.correct(late.id(), second.assignment(), notRankable());
            Jobs jobs = world.services().jobs(List.of("false"), folder.resolve("runs"));
            Job reward = job(jobs, world, project, "reward", Map.of("data.rankings", rankings.toString()));
            Lineage.Snapshot snapshot = new Lineage(world.services().database(), jobs)
                    .snapshot(reward)
                    .orElseThrow();
            assertEquals(1, snapshot.judgements());
            assertEquals(List.of(late.pseudonym()), snapshot.pseudonyms());
            assertEquals(1, world.services().items().size(project.id()).rankings());
        }
    }

    private static WorkItem ranked(TestWorld world, Project project, Account person) {
        WorkQueue queue = world.services().queue();
        WorkItem work = queue.next(person.id(), project.id()).orElseThrow();
        queue.submit(person.id(), work.assignment(), TestWorld.byText(work));
        return work;
    }

    private static Submission notRankable() {
        return Submission.unranked(JudgementOutcome.NOT_RANKABLE, TestWorld.SOME_EFFORT);
    }

    @ParameterizedTest
    @EnumSource
    void rankingsThatAreGoneLeadNowhere(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            Jobs jobs = world.services().jobs(List.of("false"), folder.resolve("runs"));
            Job job = job(jobs, world, project, "reward", Map.of("data.rankings", "/nowhere.jsonl"));
            assertTrue(
                    new Lineage(world.services().database(), jobs).snapshot(job).isEmpty());
        }
    }

    @ParameterizedTest
    @EnumSource
    void jobsThatNameEachOthersFoldersHaveEachOtherAsParents(TestDatabases databases) {
        try (TestWorld world = TestWorld.on(databases)) {
            Project project = world.project("p", TestWorld.plain(1));
            Path runs = folder.resolve("runs");
            Jobs jobs = world.services().jobs(List.of("false"), runs);
            Job one = job(
                    jobs,
                    world,
                    project,
                    "one",
                    Map.of("model", runs.resolve("two").toString()));
            Job two = job(
                    jobs,
                    world,
                    project,
                    "two",
                    Map.of("model", runs.resolve("one").toString()));
            Lineage lineage = new Lineage(world.services().database(), jobs);
            assertEquals(List.of("two"), names(lineage.parents(one)));
            assertEquals(List.of("one"), names(lineage.parents(two)));
        }
    }

    private static List<String> names(List<Job> jobs) {
        return jobs.stream().map(job -> job.request().name()).toList();
    }
}
