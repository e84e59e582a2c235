package dev.lichen.annotation.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.annotation.AnnotationServices;
import dev.lichen.annotation.TestDatabases;
import dev.lichen.annotation.TestWorld;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.account.NotAllowedException;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.server.FewSettings;
import dev.lichen.datasets.formats.Datasets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the program that ends at once is the shell's")
class ProjectJobsTest {

    private static final int JUDGEMENTS = 3;

    @TempDir
    Path folder;

    private TestWorld world;
    private Project project;
    private ProjectJobs starting;
    private Path runs;
    private Jobs jobs;

    @BeforeEach
    void open() {
        world = TestWorld.on(TestDatabases.H2);
        project = world.project("p", TestWorld.plain(1));
        world.items(project, JUDGEMENTS, 3);
        Account person = world.annotator(project);
        for (int i = 0; i < JUDGEMENTS; i++) {
            assertTrue(world.judgeNext(person, project));
        }
        runs = folder.resolve("all/runs");
        AnnotationServices services = world.services();
        ProjectJobs.Data data = new ProjectJobs.Data(
                services.exporting(),
                services.prompts(),
                services.importing(),
                services.ledger(),
                services.uncertainItems());
        jobs = services.jobs(List.of("true"), runs);
        NamedFiles named = new NamedFiles(
                services.access(),
                jobs,
                List.of(folder.resolve("open"), folder.resolve("all")),
                folder.resolve("all/store"));
        starting = new ProjectJobs(jobs, new FewSettings(), data, new TrainingFolder(runs), named);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private Job start(JobCommand command, Map<String, String> settings) {
        return starting.start(world.owner().id(), new JobRequest(project.id(), command, "run", "cpu", null, settings));
    }

    @Test
    void lineLearnsFromTheProjectsRankingsByARecipeOfItsOwn() throws IOException {
        JobRequest request = start(JobCommand.ALIGN, Map.of()).request();
        Path rankings = Path.of(request.settings().getOrDefault(ProjectJobs.RANKINGS, ""));
        assertEquals(JUDGEMENTS, Datasets.readRankings(rankings).records().size());
        List<String> words = request.arguments("run", false);
        assertEquals("align", words.getFirst());
        assertEquals("name: run\n", Files.readString(Path.of(words.get(1))));
    }

    @Test
    void policyAnswersThePromptsOfTheProject() {
        Map<String, String> settings = start(JobCommand.PPO, Map.of()).request().settings();
        assertTrue(Files.exists(Path.of(settings.getOrDefault(ProjectJobs.PROMPTS, ""))));
        assertTrue(Files.exists(Path.of(settings.getOrDefault(ProjectJobs.HELD_OUT_PROMPTS, ""))));
    }

    @Test
    void fileThatIsNamedIsUsedAsItIs() {
        Map<String, String> named = Map.of(ProjectJobs.RANKINGS, "elsewhere.jsonl");
        assertEquals(named, start(JobCommand.REWARD, named).request().settings());
        assertFalse(Files.exists(runs.resolve("run-rankings.jsonl")));
    }

    @Test
    void whatTheStageRefusesWritesNothing() {
        JobException refused = assertThrows(JobException.class, () -> start(JobCommand.REWARD, Map.of("epochs", "-1")));
        assertEquals("epochs must be positive, was -1", refused.getMessage());
        assertFalse(Files.exists(runs));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FOLDER/secret.jsonl",
                "FOLDER/open/../secret.jsonl",
                "FOLDER/open-too/rankings.jsonl",
                "FOLDER/open/link/secret.jsonl",
                "FOLDER/open/mine.jsonl, FOLDER/secret.jsonl",
                "[FOLDER/open/mine.jsonl, FOLDER/secret.jsonl]",
                "FOLDER/all",
                "FOLDER/all/runs",
                "FOLDER/all/runs/other-rankings.jsonl",
                "FOLDER/all/runs/nobodys/model",
                "FOLDER/all/runs/../store/annotation.mv.db",
                "../somewhere",
                "/"
            })
    void whoLeadsOneProjectNamesNoFileOutsideTheOpenFolders(String path) throws IOException {
        Files.createDirectories(folder.resolve("open"));
        Files.createSymbolicLink(folder.resolve("open/link"), folder);
        Account lead = world.member(project, Role.ADMIN);
        Map<String, String> settings = Map.of(ProjectJobs.RANKINGS, path.replace("FOLDER", folder.toString()));
        JobRequest request = new JobRequest(project.id(), JobCommand.REWARD, "run", "cpu", null, settings);
        JobException refused = assertThrows(JobException.class, () -> starting.start(lead.id(), request));
        assertTrue(refused.getMessage().startsWith("Not allowed: data.rankings names "), refused::getMessage);
        assertFalse(Files.exists(runs));
        assertEquals(
                settings, starting.start(world.owner().id(), request).request().settings());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"FOLDER/open/mine.jsonl\"",
                "'FOLDER/open/mine.jsonl'",
                "{rankings: FOLDER/open/mine.jsonl}",
                "rankings: FOLDER/open/mine.jsonl",
                "- FOLDER/open/mine.jsonl",
                "--- FOLDER/open/mine.jsonl",
                "[[FOLDER/open/mine.jsonl]]",
                "[\"FOLDER/open/mine.jsonl\"]",
                "@FOLDER/open/mine.jsonl",
                "!x FOLDER/open/mine.jsonl",
                "open\nmine.jsonl",
                "open\u0085mine.jsonl",
                "\ufeff- FOLDER/open/mine.jsonl"
            })
    void valueThatCouldHideAPathIsRefusedToWhoLeadsOneProject(String value) {
        Map<String, String> settings = Map.of("data", value.replace("FOLDER", folder.toString()));
        JobException refused = assertThrows(JobException.class, () -> startAsLead(project, "run", settings));
        assertTrue(refused.getMessage().contains("expected plain text, a number or a list"), refused::getMessage);
    }

    @Test
    void whoLeadsOneProjectNamesFilesOfTheOpenFoldersAndOfTheProjectsRuns() {
        start(JobCommand.REWARD, Map.of());
        Map<String, String> settings = Map.of(
                ProjectJobs.RANKINGS,
                folder.resolve("open/mine.jsonl").toString(),
                "model",
                runs.resolve("run/model").toString(),
                "models",
                "[" + folder.resolve("open/one") + ", " + folder.resolve("all/models") + "]",
                "seeds",
                "[101, 102]",
                "rate",
                "-1.0e-5");
        assertEquals(settings, startAsLead(project, "next", settings).request().settings());
        Map<String, String> again =
                Map.of(ProjectJobs.RANKINGS, runs.resolve("run-rankings.jsonl").toString());
        assertEquals(again, startAsLead(project, "again", again).request().settings());
    }

    @Test
    void runsOfAProjectAreClosedToWhoLeadsAnotherEvenOnceTheyAreDeleted() {
        Job job = start(JobCommand.REWARD, Map.of());
        Project other = world.project("other", TestWorld.plain(1));
        Map<String, String> theirs =
                Map.of(ProjectJobs.RANKINGS, runs.resolve("run-rankings.jsonl").toString());
        assertThrows(JobException.class, () -> startAsLead(other, "spy", theirs));
        jobs.delete(world.owner().id(), job.id());
        assertTrue(Files.exists(runs.resolve("run-rankings.jsonl")));
        assertThrows(JobException.class, () -> startAsLead(other, "spy", theirs));
        JobException taken = assertThrows(JobException.class, () -> startAsLead(other, "run", Map.of()));
        assertEquals("The run run exists: expected another name", taken.getMessage());
        assertEquals(theirs, startAsLead(project, "run", theirs).request().settings());
    }

    @ParameterizedTest
    @ValueSource(strings = {"run-rankings.jsonl", "run-held-out", "run.log"})
    void nameWhoseFilesWouldBeThoseOfAnotherRunIsTaken(String name) {
        start(JobCommand.REWARD, Map.of());
        Project other = world.project("other", TestWorld.plain(1));
        JobException taken = assertThrows(JobException.class, () -> startAsLead(other, name, Map.of()));
        assertEquals("The run " + name + " exists: expected another name", taken.getMessage());
    }

    @Test
    void nameOfFilesThatAreNobodysIsTaken() throws IOException {
        Files.createDirectories(runs);
        Files.writeString(runs.resolve("left-rankings.jsonl"), "of the command line");
        assertThrows(JobException.class, () -> startAsLead(project, "left", Map.of()));
    }

    private Job startAsLead(Project led, String name, Map<String, String> settings) {
        Account lead = world.member(led, Role.ADMIN);
        return starting.start(lead.id(), new JobRequest(led.id(), JobCommand.REWARD, name, "cpu", null, settings));
    }

    @Test
    void annotatorStartsNothing() {
        Account person = world.annotator(project);
        JobRequest request = new JobRequest(project.id(), JobCommand.REWARD, "run", "cpu", null, Map.of());
        assertThrows(NotAllowedException.class, () -> starting.start(person.id(), request));
        assertFalse(Files.exists(runs));
    }
}
