package dev.lichen.annotation.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lichen.annotation.AnnotationServices;
import dev.lichen.annotation.TestDatabases;
import dev.lichen.annotation.TestWorld;
import dev.lichen.annotation.account.NewAccount;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.store.Database;
import dev.lichen.annotation.store.DatabaseSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the app while people work in it over HTTP, again and again: {@code -Dlichen.kills=50} for the long form.
 *
 * <p>After each kill the database is opened: everything that was answered is there, the chain holds, and the places of every
 * item add up. After the last one the leases end, and every place that nobody used is open again.
 */
class KilledAppIT {

    private static final int KILLS = Integer.getInteger("lichen.kills", 2);
    private static final int PEOPLE = 4;
    private static final int ITEMS = 4000;
    private static final int OVERLAP = 3;
    private static final int MOST_ANSWERS = 150;
    private static final int MOST_LOST_ANSWERS = 3;
    private static final String CALLS = "workbench/api/";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Random random = new Random();

    /** The assignments of judgements and the revisions of drafts that the app said it has. */
    private final Set<UUID> judged = ConcurrentHashMap.newKeySet();

    private final Map<UUID, Integer> drafts = new ConcurrentHashMap<>();
    private volatile boolean killed;
    private final Set<String> refusals = ConcurrentHashMap.newKeySet();

    @TempDir
    Path folder;

    @Test
    void killedAppLosesNothingThatItAcknowledged() throws IOException, InterruptedException {
        killAgainAndAgain(DatabaseSettings.embedded(folder), List.of());
    }

    @Test
    void killedAppLosesNothingOnPostgreSql() throws IOException, InterruptedException {
        DatabaseSettings server = TestDatabases.POSTGRESQL.fresh();
        String url = server.url() + "&password=" + server.password();
        killAgainAndAgain(DatabaseSettings.server(url), List.of(url));
    }

    private void killAgainAndAgain(DatabaseSettings settings, List<String> database)
            throws IOException, InterruptedException {
        fill(settings);
        for (int kill = 1; kill <= KILLS; kill++) {
            workUntilKilled(database);
            check(settings);
            System.out.printf("kill %d of %d: %d judgements, %d drafts%n", kill, KILLS, judged.size(), drafts.size());
        }
        leasesEnd(settings);
    }

    private static void fill(DatabaseSettings settings) {
        try (TestWorld world = TestWorld.live(settings)) {
            Project project = world.project("load", TestWorld.plain(OVERLAP));
            world.items(project, ITEMS, 3);
            for (int i = 0; i < PEOPLE; i++) {
                String token =
                        world.services().invitations().invite(world.owner().id(), project.id(), Role.ANNOTATOR);
                world.services()
                        .invitations()
                        .accept(token, new NewAccount(login(i), login(i), RunningApp.PASSWORD, "en", List.of()));
            }
        }
    }

    private static String login(int number) {
        return "person-" + number;
    }

    /** Kills the app once it gave a random number of answers to all together, while it works on others. */
    private void workUntilKilled(List<String> database) throws IOException, InterruptedException {
        Process process = ServedApp.start(folder, database);
        try (BufferedReader output = process.inputReader()) {
            String address = output.readLine();
            assertTrue(address != null, "the app did not start");
            killed = false;
            Semaphore answers = new Semaphore(0);
            List<Thread> people = new ArrayList<>();
            for (int i = 0; i < PEOPLE; i++) {
                HttpPerson person = new HttpPerson(address).signedIn(login(i));
                people.add(Thread.startVirtualThread(() -> work(person, answers)));
            }
            answers.acquire(1 + random.nextInt(MOST_ANSWERS));
            killed = true;
            process.toHandle().destroyForcibly();
            for (Thread person : people) {
                person.join();
            }
        }
        process.waitFor();
        assertEquals(Set.of(), refusals);
    }

    /** Works until the app is gone, and tries again where only an answer was lost, as the workbench does. */
    private void work(HttpPerson person, Semaphore answers) {
        int lost = 0;
        while (lost <= MOST_LOST_ANSWERS) {
            try {
                item(person, answers);
                lost = 0;
            } catch (IOException gone) {
                lost = killed ? MOST_LOST_ANSWERS + 1 : lost + 1;
                if (!killed && lost > MOST_LOST_ANSWERS) {
                    refusals.add(gone.toString());
                    answers.release(MOST_ANSWERS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void item(HttpPerson person, Semaphore answers) throws IOException, InterruptedException {
        JsonNode item = answered(person.send("POST", CALLS + "projects/load/next", "", "Accept", "*/*"), answers);
        UUID assignment = UUID.fromString(item.path("assignment").asText());
        String path = CALLS + "assignments/" + assignment;
        int revision = item.path("draft").path("revision").asInt();
        String draft = JSON.writeValueAsString(Map.of("revision", revision, "body", "{\"tiers\":[[\"A\"]]}"));
        answered(person.send("PUT", path + "/draft", draft, "Content-Type", "application/json"), answers);
        drafts.put(assignment, revision + 1);
        String ranking = JSON.writeValueAsString(
                AnnotatorLoad.ranking(item.path("answers").size()));
        answered(person.send("POST", path + "/judgement", ranking, "Content-Type", "application/json"), answers);
        judged.add(assignment);
        drafts.remove(assignment);
    }

    private JsonNode answered(HttpResponse<String> answer, Semaphore answers) throws IOException {
        if (answer.statusCode() != 200) {
            refusals.add(answer.statusCode() + " " + answer.body());
            throw new IOException("refused");
        }
        answers.release();
        return JSON.readTree(answer.body());
    }

    private void check(DatabaseSettings settings) {
        try (Database database = Database.open(settings)) {
            AnnotationServices services = services(database, Clock.systemUTC());
            var chain = services.verification().verify();
            assertTrue(chain.holds(), chain::fault);
            assertEquals(Set.of(), missing(judged, column(database, "select assignment_id from judgement")));
            drafts.forEach((assignment, revision) -> assertTrue(
                    hasDraft(database, assignment, revision), "draft " + revision + " of " + assignment + " is lost"));
            assertEquals(0, stuck(database, "'LEASED', 'DRAFT', 'SUBMITTED'"));
        }
    }

    /** Later ones of all assignments that are not submitted; what was submitted unheard has no draft any more. */
    private static boolean hasDraft(Database database, UUID assignment, int revision) {
        return database.jdbc()
                        .sql("select count(*) from assignment a left join draft d on d.assignment_id = a.id"
                                + " where a.id = ? and (a.state = 'SUBMITTED' or d.revision >= ?)")
                        .params(assignment, revision)
                        .query(Long.class)
                        .single()
                == 1;
    }

    private void leasesEnd(DatabaseSettings settings) {
        try (Database database = Database.open(settings)) {
            AnnotationServices services = services(database, Clock.offset(Clock.systemUTC(), Duration.ofDays(1)));
            while (services.queue().sweep() > 0) {
                assertTrue(services.verification().verify().holds());
            }
            assertEquals(0, stuck(database, "'SUBMITTED'"));
            assertTrue(judged.size() >= 1, "nothing was judged");
        }
    }

    /** Counts items whose open places and used ones do not add up to their target. */
    private static long stuck(Database database, String used) {
        return database.jdbc()
                .sql("select count(*) from item i where open_slots + (select count(*) from assignment a"
                        + " where a.item_id = i.id and a.state in (" + used + ")) <> overlap_target"
                        + " or (state = 'OPEN') <> (open_slots > 0)")
                .query(Long.class)
                .single();
    }

    private static Set<UUID> missing(Set<UUID> wanted, Set<UUID> there) {
        return wanted.stream().filter(one -> !there.contains(one)).collect(Collectors.toSet());
    }

    private static Set<UUID> column(Database database, String sql) {
        try (Stream<UUID> ids = database.jdbc().sql(sql).query(UUID.class).stream()) {
            return ids.collect(Collectors.toSet());
        }
    }

    private static AnnotationServices services(Database database, Clock clock) {
        return new AnnotationServices(
                database, new AnnotationServices.Environment(clock, new SecureRandom(), 4, "test"));
    }
}
