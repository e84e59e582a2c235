package dev.lichen.datasets.hub;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.datasets.files.ReadProgress;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectPullTest {

    private static final byte[] RANKINGS =
            "{\"prompt\":\"排序\"}\n".repeat(20_000).getBytes(StandardCharsets.UTF_8);
    private static final String FIRST = "a".repeat(64);
    private static final String SECOND = "b".repeat(64);

    @TempDir
    private Path folder;

    private FakeProject project;

    @BeforeEach
    void start() throws IOException {
        project = new FakeProject();
        project.holds(RANKINGS, FIRST);
    }

    @AfterEach
    void stop() {
        project.close();
    }

    private boolean pull(String token) {
        try (ProjectPull pull = new ProjectPull(project.address(), token, _ -> {})) {
            return pull.fetch(pull.newest(), "rankings", "lichen", target(), ReadProgress.SILENT);
        }
    }

    private Path target() {
        return folder.resolve("rankings.jsonl");
    }

    @Test
    void judgementsComeAsOfTheNewestEvent() throws IOException {
        assertTrue(pull(FakeProject.TOKEN));
        assertArrayEquals(RANKINGS, Files.readAllBytes(target()));
        assertEquals(
                "/prefix/api/v1/projects/helpful/judgements?as_of=" + FIRST + "&kind=rankings&format=lichen null",
                project.requests.getLast());
    }

    @Test
    void theSameEventIsNotFetchedTwiceAndANewOneIs() throws IOException {
        assertTrue(pull(FakeProject.TOKEN));
        assertFalse(pull(FakeProject.TOKEN));
        byte[] more = "{}\n".getBytes(StandardCharsets.UTF_8);
        project.holds(more, SECOND);
        assertTrue(pull(FakeProject.TOKEN));
        assertArrayEquals(more, Files.readAllBytes(target()));
    }

    @Test
    void aFileThatWasChangedSinceIsFetchedAgain() throws IOException {
        pull(FakeProject.TOKEN);
        Files.writeString(target(), "changed");
        assertTrue(pull(FakeProject.TOKEN));
        assertArrayEquals(RANKINGS, Files.readAllBytes(target()));
    }

    @Test
    void aCutConnectionGoesOnWhereItEnded() throws IOException {
        project.cutsLeft.set(2);
        pull(FakeProject.TOKEN);
        assertArrayEquals(RANKINGS, Files.readAllBytes(target()));
        assertEquals(
                2,
                project.requests.stream().filter(one -> one.contains("bytes=")).count());
    }

    @Test
    void anotherProcessGoesOnWithWhatIsThere() throws IOException {
        String partial = ".rankings.jsonl." + "a".repeat(12) + "-rankings-lichen.partial";
        Files.write(folder.resolve(partial), Arrays.copyOf(RANKINGS, 1000));
        pull(FakeProject.TOKEN);
        assertArrayEquals(RANKINGS, Files.readAllBytes(target()));
        assertTrue(project.requests.getLast().endsWith("bytes=1000-"), project.requests.getLast());
    }

    @Test
    void aWrongChecksumIsRefusedAndLeavesNothing() throws IOException {
        project.lies();
        HubException refused = assertThrows(HubException.class, () -> pull(FakeProject.TOKEN));
        assertTrue(
                refused.getMessage().startsWith("Wrong content of rankings of http://127.0.0.1"), refused::getMessage);
        try (var files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void aWrongTokenIsExplainedAndNotShown() {
        HubException refused = assertThrows(HubException.class, () -> pull("lichen_other"));
        assertTrue(
                refused.getMessage()
                        .endsWith("(HTTP 401): the app does not accept the token; make one on its account page and set"
                                + " LICHEN_TOKEN"),
                refused::getMessage);
        assertFalse(refused.getMessage().contains("lichen_other"));
    }

    @Test
    void anAddressIsThatOfTheBrowserAndSendsNoTokenInTheClear() {
        assertEquals(
                new ProjectAddress(URI.create("https://a.example/lichen"), "helpful"),
                ProjectAddress.parse("https://a.example/lichen/projects/helpful/"));
        for (String bad : new String[] {
            "http://a.example/projects/p",
            "https://u:p@a.example/projects/p",
            "https://a.example/p",
            "https:///projects/p"
        }) {
            IllegalArgumentException refused =
                    assertThrows(IllegalArgumentException.class, () -> ProjectAddress.parse(bad));
            assertTrue(refused.getMessage().startsWith("Bad project: found"), refused::getMessage);
        }
    }
}
