package dev.lichen.annotation.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.annotation.TestDatabases;
import dev.lichen.annotation.TestWorld;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.project.Project;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a working app again and again: {@code -Dlichen.kills=50} for the long form. */
class CrashTest {

    private static final int KILLS = Integer.getInteger("lichen.kills", 2);
    private static final int MOST_LINES = 150;

    /** Of 512 bytes: a few dozen judgements beyond the empty database. */
    private static final int FULL_BLOCKS = 3000;

    @TempDir
    Path folder;

    /** A judgement that was printed: in which life of the process, and how many lines before (−) or after the kill. */
    private record Acknowledged(UUID judgement, int life, int lines) {}

    @Test
    void killedAppLosesNothingThatItAcknowledged() throws IOException, InterruptedException {
        killAgainAndAgain(DatabaseSettings.embedded(folder));
    }

    @Test
    void killedAppLosesNothingOnPostgreSql() throws IOException, InterruptedException {
        DatabaseSettings server = TestDatabases.POSTGRESQL.fresh();
        killAgainAndAgain(DatabaseSettings.server(server.url() + "&password=" + server.password()));
    }

    private void killAgainAndAgain(DatabaseSettings settings) throws IOException, InterruptedException {
        Random random = new Random(3);
        List<Acknowledged> acknowledged = new ArrayList<>();
        for (int kill = 0; kill < KILLS; kill++) {
            acknowledged.addAll(workUntilKilled(settings, kill, 1 + random.nextInt(MOST_LINES)));
        }
        try (TestWorld world = TestWorld.live(settings)) {
            Database database = world.services().database();
            LedgerVerification.Result result = world.services().verification().verify();
            assertTrue(result.holds(), result::fault);
            Set<UUID> stored = new HashSet<>(database.jdbc()
                    .sql("select id from judgement")
                    .query(UUID.class)
                    .list());
            assertTrue(acknowledged.size() >= KILLS, "acknowledged: " + acknowledged.size());
            List<String> lost = acknowledged.stream()
                    .filter(one -> !stored.contains(one.judgement()))
                    .map(Acknowledged::toString)
                    .toList();
            assertEquals(List.of(), lost, "acknowledged and lost, of " + acknowledged.size());
            assertEquals(0, stuck(database));
            Project project = world.services().projects().find("crash").orElseThrow();
            Account next = world.annotator(project);
            assertTrue(world.judgeNext(next, project));
        }
    }

    @Test
    void fullDiskEndsTheWorkAndLosesNothingThatWasAcknowledged() throws IOException, InterruptedException {
        DatabaseSettings settings = DatabaseSettings.embedded(folder);
        Database.open(settings).close();
        Process process = start(settings, List.of("sh", "-c", "ulimit -f " + FULL_BLOCKS + "; exec \"$@\"", "sh"));
        List<UUID> acknowledged = new ArrayList<>();
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith("JUDGED ")) {
                    acknowledged.add(UUID.fromString(line.substring("JUDGED ".length())));
                }
                assertFalse(line.startsWith("STUCK"), line);
            }
        }
        process.waitFor();
        try (TestWorld world = TestWorld.live(settings)) {
            assertTrue(world.services().verification().verify().holds());
            Set<UUID> stored = new HashSet<>(world.services()
                    .database()
                    .jdbc()
                    .sql("select id from judgement")
                    .query(UUID.class)
                    .list());
            assertTrue(stored.containsAll(acknowledged), acknowledged.size() + " acknowledged");
        }
    }

    @Test
    void secondProcessOnOneFileIsRefused() throws IOException, InterruptedException {
        Process first = start(DatabaseSettings.embedded(folder));
        try (BufferedReader output = first.inputReader()) {
            assertTrue(output.readLine() != null);
            DatabaseSettings settings = DatabaseSettings.embedded(folder);
            DatabaseException refused = assertThrows(DatabaseException.class, () -> Database.open(settings));
            assertTrue(refused.getMessage().contains("another process has it open"), refused.getMessage());
        } finally {
            first.destroyForcibly().waitFor();
        }
    }

    /** Counts items whose open places and taken places do not add up to their target. */
    private static long stuck(Database database) {
        return database.jdbc()
                .sql("select count(*) from item i where open_slots + (select count(*) from assignment a"
                        + " where a.item_id = i.id and a.purpose = 'NORMAL'"
                        + " and a.state in ('LEASED', 'DRAFT', 'SUBMITTED')) <> overlap_target"
                        + " or (state = 'OPEN') <> (open_slots > 0)")
                .query(Long.class)
                .single();
    }

    private static List<Acknowledged> workUntilKilled(DatabaseSettings settings, int kill, int lines)
            throws IOException, InterruptedException {
        Process process = start(settings);
        List<Acknowledged> acknowledged = new ArrayList<>();
        try (BufferedReader output = process.inputReader()) {
            List<String> stuck = new ArrayList<>();
            int read = 0;
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith("JUDGED ")) {
                    UUID judgement = UUID.fromString(line.substring("JUDGED ".length()));
                    acknowledged.add(new Acknowledged(judgement, kill, read - lines));
                }
                if (line.startsWith("STUCK")) {
                    stuck.add(line);
                } else if (++read == lines) {
                    process.toHandle().destroyForcibly(); // Process.destroyForcibly would also close the output
                }
            }
            assertEquals(List.of(), stuck);
        }
        process.waitFor();
        return acknowledged;
    }

    private static Process start(DatabaseSettings settings) throws IOException {
        return start(settings, List.of());
    }

    private static Process start(DatabaseSettings settings, List<String> prefix) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                CrashingWriter.class.getName(),
                settings.url(),
                settings.user()));
        return new ProcessBuilder(command)
                .redirectError(prefix.isEmpty() ? ProcessBuilder.Redirect.INHERIT : ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
