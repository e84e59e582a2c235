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
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetPullTest {

    private static final HubDataset PAIRS = HubDataset.parse("hf:open/pairs");
    private static final byte[] SMALL = "{\"chosen\":\"a\"}\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] LARGE = new byte[400_000];

    static {
        for (int i = 0; i < LARGE.length; i++) {
            LARGE[i] = (byte) (i * 31 + i / 251);
        }
    }

    private final List<Duration> pauses = new ArrayList<>();

    @TempDir
    private Path folder;

    private FakeHub hub;

    @BeforeEach
    void start() throws IOException {
        hub = new FakeHub();
        hub.add("README.md", "# Pairs".getBytes(StandardCharsets.UTF_8));
        hub.add("data/a b.jsonl", SMALL);
        hub.add("data/train-00000.parquet", LARGE);
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void allFilesComeWithTheirFolders() throws IOException {
        assertEquals(3, pull("t0ken", FilePatterns.ALL));
        assertArrayEquals(SMALL, Files.readAllBytes(folder.resolve("data/a b.jsonl")));
        assertArrayEquals(LARGE, Files.readAllBytes(folder.resolve("data/train-00000.parquet")));
        try (var files = Files.list(folder.resolve("data"))) {
            assertEquals(2, files.count());
        }
    }

    @Test
    void tokenIsForTheHubAlone() {
        pull("t0ken", FilePatterns.ALL);
        assertTrue(hub.requests.stream().filter(r -> r.startsWith("hub ")).allMatch(r -> r.endsWith("Bearer t0ken")));
        List<String> store =
                hub.requests.stream().filter(r -> r.startsWith("store ")).toList();
        assertEquals(List.of("store /data/train-00000.parquet null null"), store);
    }

    @Test
    void cutConnectionsGoOnWhereTheyEnded() throws IOException {
        hub.cutsLeft.set(3);
        assertEquals(1, pull(null, new FilePatterns(List.of("*.parquet"), List.of())));
        assertArrayEquals(LARGE, Files.readAllBytes(folder.resolve("data/train-00000.parquet")));
        assertEquals(3, pauses.size());
        List<Integer> starts = starts();
        assertEquals(4, starts.size(), hub.requests::toString);
        assertEquals(
                starts.stream().sorted().toList(), starts); // how much of what was sent arrives is up to the network
        assertTrue(starts.getLast() > 0, hub.requests::toString);
    }

    /** The first byte that each request to the store asked for. */
    private List<Integer> starts() {
        return hub.requests.stream()
                .filter(request -> request.startsWith("store "))
                .map(request -> request.replaceAll(".* (?:bytes=(\\d+)-|null)$", "0$1"))
                .map(Integer::valueOf)
                .toList();
    }

    @Test
    void silentServersAreLeftAndAskedAgain() throws IOException {
        hub.stallsLeft.set(1);
        Patience impatience = new Patience() {
            @Override
            public void pause(Duration duration) {
                pauses.add(duration);
            }

            @Override
            public Duration longestSilence() {
                return Duration.ofMillis(100);
            }
        };
        try (DatasetPull pull = new DatasetPull(new HubSettings(hub.endpoint(), null, false), impatience)) {
            HubSnapshot snapshot = pull.list(PAIRS, "main", new FilePatterns(List.of("*.parquet"), List.of()));
            pull.fetch(snapshot, folder, ReadProgress.SILENT);
        }
        assertArrayEquals(LARGE, Files.readAllBytes(folder.resolve("data/train-00000.parquet")));
        assertEquals(1, pauses.size());
    }

    @Test
    void whatAnEarlierRunLeftIsResumed() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Files.write(folder.resolve("data/.train-00000.parquet.partial"), Arrays.copyOf(LARGE, 123_456));
        pull(null, new FilePatterns(List.of("*.parquet"), List.of()));
        assertArrayEquals(LARGE, Files.readAllBytes(folder.resolve("data/train-00000.parquet")));
        assertTrue(hub.requests.getLast().endsWith("bytes=123456-"));
    }

    @Test
    void completePartialFileIsOnlyChecked() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Files.write(folder.resolve("data/.train-00000.parquet.partial"), LARGE);
        pull(null, new FilePatterns(List.of("*.parquet"), List.of()));
        assertArrayEquals(LARGE, Files.readAllBytes(folder.resolve("data/train-00000.parquet")));
    }

    @Test
    void filesThatAreThereAndRightAreNotFetchedAgain() throws IOException {
        pull(null, FilePatterns.ALL);
        Files.writeString(folder.resolve("README.md"), "# Other");
        assertEquals(1, pull(null, FilePatterns.ALL));
        assertEquals("# Pairs", Files.readString(folder.resolve("README.md")));
    }

    @Test
    void wrongContentIsRefused() {
        for (String file : List.of("data/train-00000.parquet", "README.md")) {
            byte[] wrong = hub.served.get(file).clone();
            wrong[1]++;
            hub.served.put(file, wrong);
            String message = failure(null, new FilePatterns(List.of(file), List.of()));
            assertTrue(message.startsWith("Wrong content of " + file + " of dataset open/pairs: found"), message);
            assertFalse(Files.exists(folder.resolve(file)));
        }
    }

    @Test
    void busyHubIsAskedAgainAndThenGivenUp() {
        hub.failuresLeft.set(2);
        assertEquals(3, pull(null, FilePatterns.ALL));
        assertEquals(List.of(Duration.ofSeconds(1), Duration.ofSeconds(2)), pauses);
        hub.failuresLeft.set(100);
        assertTrue(failure(null, FilePatterns.ALL).contains("HTTP 503"));
    }

    @Test
    void refusalsSayWhatToDo() {
        assertEquals(
                "Cannot read file README.md of dataset open/gated (HTTP 401): it is gated; accept its conditions at "
                        + hub.endpoint() + "/datasets/open/gated and set HF_TOKEN",
                failure(FakeHub.GATED, "main", null));
        assertTrue(failure(FakeHub.GATED, "main", "t").contains("with the account of your token"));
        assertTrue(
                failure(FakeHub.PRIVATE, "main", null).contains("or it is private; check the name, or set HF_TOKEN"));
        assertTrue(failure(FakeHub.PRIVATE, "main", "t").contains("there is no such dataset"));
        assertTrue(failure("open/pairs", "v9", null).contains("the dataset has no such revision"));
        assertTrue(failure(null, new FilePatterns(List.of("*.csv"), List.of())).contains("found [README.md, data/a b"));
    }

    @Test
    void pathsThatLeadOutOfTheFolderAreRefused() {
        hub.add("../evil.txt", SMALL);
        assertTrue(failure(null, new FilePatterns(List.of("*evil*"), List.of())).startsWith("Bad file name"));
        assertFalse(Files.exists(folder.resolveSibling("evil.txt")));
    }

    @Test
    void patternsChooseFiles() {
        FilePatterns patterns = new FilePatterns(List.of("data/*", "READ??.md"), List.of("*.parquet"));
        assertTrue(patterns.choose("data/deep/a.jsonl") && patterns.choose("README.md"));
        assertFalse(patterns.choose("data/a.parquet") || patterns.choose("dataXa") || patterns.choose("READMEmd"));
    }

    @Test
    void progressCountsEachByteOnce() {
        hub.cutsLeft.set(2);
        long[] told = new long[1];
        try (DatasetPull pull = open(null, false)) {
            HubSnapshot snapshot = pull.list(PAIRS, "main", FilePatterns.ALL);
            pull.fetch(snapshot, folder, (more, total) -> told[0] += more);
            assertEquals(snapshot.bytes(), told[0]);
        }
    }

    @Test
    void settingsComeFromTheUsualVariables() throws IOException {
        Path home = folder.resolve("home");
        Path token = Files.createDirectories(home.resolve(".cache/huggingface")).resolve("token");
        Files.writeString(token, "from-file\n");
        assertEquals(
                new HubSettings(URI.create("https://huggingface.co"), "from-file", false),
                HubSettings.of(Map.of(), home));
        assertEquals(
                new HubSettings(URI.create("http://mirror/hf"), "given", true),
                HubSettings.of(
                        Map.of("HF_ENDPOINT", "http://mirror/hf/", "HF_TOKEN", "given", "HF_HUB_OFFLINE", "1"), home));
        assertThrows(HubException.class, () -> HubSettings.of(Map.of("HF_ENDPOINT", "mirror"), home));
        assertFalse(HubSettings.of(Map.of(), home).toString().contains("from-file"));
    }

    @Test
    void offlineFetchesNothing() {
        try (DatasetPull pull = open(null, true)) {
            HubException e = assertThrows(HubException.class, () -> pull.list(PAIRS, "main", FilePatterns.ALL));
            assertEquals("Cannot read dataset open/pairs: HF_HUB_OFFLINE is set", e.getMessage());
        }
        assertEquals(List.of(), hub.requests);
    }

    private int pull(String token, FilePatterns patterns) {
        return pull(PAIRS, "main", token, patterns);
    }

    private int pull(HubDataset dataset, String revision, String token, FilePatterns patterns) {
        try (DatasetPull pull = open(token, false)) {
            return pull.fetch(pull.list(dataset, revision, patterns), folder, ReadProgress.SILENT);
        }
    }

    private DatasetPull open(String token, boolean offline) {
        return new DatasetPull(new HubSettings(hub.endpoint(), token, offline), pauses::add);
    }

    private String failure(String token, FilePatterns patterns) {
        return assertThrows(HubException.class, () -> pull(token, patterns)).getMessage();
    }

    private String failure(String id, String revision, String token) {
        HubDataset dataset = HubDataset.parse("hf:" + id);
        return assertThrows(HubException.class, () -> pull(dataset, revision, token, FilePatterns.ALL))
                .getMessage();
    }
}
