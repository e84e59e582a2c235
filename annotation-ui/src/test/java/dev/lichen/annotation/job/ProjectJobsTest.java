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

    @BeforeEach
    void open() {
        world = TestWorld.on(TestDatabases.H2);
        project = world.project("p", TestWorld.plain(1));
        world.items(project, JUDGEMENTS, 3);
        Account person = world.annotator(project);
        for (int i = 0; i < JUDGEMENTS; i++) {
            assertTrue(world.judgeNext(person, project));
        }
        runs = folder.resolve("runs");
        AnnotationServices services = world.services();
        ProjectJobs.Data data = new ProjectJobs.Data(
                services.exporting(),
                services.prompts(),
                services.importing(),
                services.ledger(),
                services.uncertainItems());
        starting = new ProjectJobs(
                services.jobs(List.of("true"), runs),
                new FewSettings(),
                data,
                new TrainingFolder(runs),
                new NamedFiles(services.access(), List.of(folder.resolve("open"), runs)));
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

    @Test
    void whoLeadsOneProjectNamesFilesOfTheOpenFoldersAndOfRuns() throws IOException {
        Files.createDirectories(folder.resolve("open"));
        Account lead = world.member(project, Role.ADMIN);
        Map<String, String> settings = Map.of(
                ProjectJobs.RANKINGS,
                folder.resolve("open/mine.jsonl").toString(),
                "model",
                runs.resolve("before/model").toString(),
                "epochs",
                "2");
        JobRequest request = new JobRequest(project.id(), JobCommand.REWARD, "run", "cpu", null, settings);
        assertEquals(settings, starting.start(lead.id(), request).request().settings());
    }

    @Test
    void annotatorStartsNothing() {
        Account person = world.annotator(project);
        JobRequest request = new JobRequest(project.id(), JobCommand.REWARD, "run", "cpu", null, Map.of());
        assertThrows(NotAllowedException.class, () -> starting.start(person.id(), request));
        assertFalse(Files.exists(runs));
    }
}
