package dev.lichen.annotation.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lichen.annotation.TestWorld;
import dev.lichen.annotation.account.Access;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.account.TokenRequest;
import dev.lichen.annotation.account.TokenScope;
import dev.lichen.annotation.project.ProjectSettings;
import dev.lichen.annotation.queue.WorkItem;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.files.ReadProgress;
import dev.lichen.datasets.formats.Datasets;
import dev.lichen.datasets.hub.LedgerEvent;
import dev.lichen.datasets.hub.ProjectAddress;
import dev.lichen.datasets.hub.ProjectPull;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The interface for programs, as programs meet it. */
class ApiIT {

    private static final String ITEM =
            "{\"prompt\":[{\"role\":\"user\",\"content\":\"%s\"}],\"answers\":[{\"content\":\"one\"},{\"content\":\"two\"}],\"tiers\":[1,2]}\n";

    @TempDir
    private static Path folder;

    private static RunningApp app;
    private static HttpProgram owner;

    @BeforeAll
    static void start() {
        app = new RunningApp(folder);
        owner = HttpProgram.of(app, app.owner().id());
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void theDocumentListsEveryRouteAndEachAnswers() throws IOException, InterruptedException {
        JsonNode document = HttpProgram.tree(
                new HttpProgram(app, "").get("api/v1/openapi.json").body());
        assertEquals("3.1.0", document.path("openapi").asText());
        Set<String> documented = new TreeSet<>();
        for (var path : document.path("paths").properties()) {
            for (var verb : path.getValue().properties()) {
                documented.add(verb.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
                assertAnswers(verb.getKey().toUpperCase(Locale.ROOT), path.getKey());
            }
        }
        assertEquals(AppRoutes.of(app, "/api/v1"), documented);
    }

    /** Whatever a route says to nonsense, it is there and does not fail. */
    private static void assertAnswers(String verb, String path) throws IOException, InterruptedException {
        String address = path.substring(1)
                .replace("{slug}", "demo")
                .replace("{job}", UUID.randomUUID().toString())
                .replace("{number}", "1")
                .replace("{login}", "nobody")
                .replace("{invitation}", UUID.randomUUID().toString())
                .replace("{role}", "REVIEWER");
        HttpResponse<String> answer = owner.send(verb, address, verb.equals("GET") ? "" : "{");
        assertFalse(answer.body().contains("No such route"), verb + " " + path);
        assertTrue(answer.statusCode() < 500, verb + " " + path + ": " + answer.body());
    }

    @Test
    void everyReferenceOfTheDocumentResolves() throws IOException, InterruptedException {
        JsonNode document = owner.json("api/v1/openapi.json");
        for (JsonNode reference : document.findValues("$ref")) {
            String pointer = reference.asText().substring(1);
            assertFalse(document.at(pointer).isMissingNode(), pointer);
        }
    }

    @Test
    void withoutAValidTokenNothingIsTold() throws IOException, InterruptedException {
        for (String token : List.of("", "lichen_wrong", "other")) {
            HttpResponse<String> answer = new HttpProgram(app, token).get("api/v1/projects/demo");
            assertEquals(401, answer.statusCode());
            assertEquals("Bearer realm=\"lichen\"", header(answer, "WWW-Authenticate"));
            assertEquals("application/problem+json", header(answer, "Content-Type"));
        }
        HttpResponse<String> byCookie = new HttpPerson(app).signedIn("owner").get("api/v1/projects/demo");
        assertEquals(401, byCookie.statusCode());
    }

    @Test
    void aTokenIsGoodForItsScopesAndItsProjectOnly() throws IOException, InterruptedException {
        app.services().projects().create(app.owner().id(), "other", "Other", ProjectSettings.defaults());
        HttpProgram narrow = HttpProgram.of(
                app,
                app.owner().id(),
                Set.of(TokenScope.PROJECTS_READ),
                app.project().id());
        assertEquals(200, narrow.get("api/v1/projects/demo").statusCode());
        assertEquals(404, narrow.get("api/v1/projects/other").statusCode());
        assertEquals(1, narrow.json("api/v1/projects").path("items").size());
        HttpResponse<String> refused = narrow.get("api/v1/projects/demo/items");
        assertEquals(403, refused.statusCode());
        assertEquals(
                "Not allowed: the token is good for [projects:read], expected items:read",
                HttpProgram.tree(refused.body()).path("detail").asText());
    }

    @Test
    void aListComesInPages() throws IOException, InterruptedException {
        List<Long> numbers = new ArrayList<>();
        String cursor = "0";
        do {
            JsonNode page = owner.json("api/v1/projects/demo/items?limit=5&cursor=" + cursor);
            page.path("items").forEach(item -> numbers.add(item.path("number").asLong()));
            assertTrue(page.path("items").size() <= 5);
            cursor = page.path("next").asText(null);
        } while (cursor != null && !cursor.equals("null"));
        assertEquals(app.services().items().progress(app.project().id()).items(), numbers.size());
        assertEquals(numbers.stream().sorted().distinct().toList(), numbers);
        assertEquals(400, owner.get("api/v1/projects/demo/items?limit=501").statusCode());
    }

    @Test
    void versionsOfGuidelinesComeNewestFirstInPages() throws IOException, InterruptedException {
        String list = "api/v1/projects/demo/guidelines";
        int newest = owner.json(list).path("items").path(0).path("version").asInt();
        JsonNode first = owner.json(list + "?limit=1");
        assertEquals(newest, first.path("items").path(0).path("version").asInt());
        JsonNode second =
                owner.json(list + "?limit=1&cursor=" + first.path("next").asText());
        assertEquals(newest - 1, second.path("items").path(0).path("version").asInt());
        assertProblem(400, "Bad cursor", owner.get(list + "?cursor=no"));
    }

    @Test
    void aBadFileIsNamedByLineAndNothingOfItIsAdded() throws IOException, InterruptedException {
        long before = app.services().items().progress(app.project().id()).items();
        String file = ITEM.formatted("fine") + "{\"prompt\":[{\"role\":\"user\"}],\"answers\":[],\"tiers\":[]}\n";
        HttpResponse<String> refused = owner.post("api/v1/projects/demo/items?name=bad.jsonl", file);
        JsonNode problem = HttpProgram.tree(refused.body());
        assertEquals(422, refused.statusCode());
        assertEquals("bad.jsonl", problem.path("file").asText(), refused.body());
        assertEquals(2, problem.path("line").asInt());
        assertTrue(problem.path("detail").asText().contains("at bad.jsonl:2"), refused.body());
        assertEquals(before, app.services().items().progress(app.project().id()).items());
    }

    @Test
    void anArchiveIsRefusedAndANameLeadsNowhere() throws IOException, InterruptedException {
        HttpResponse<String> archive = owner.post("api/v1/projects/demo/items?name=a.jsonl", "PK\3\4 and so on");
        assertProblem(422, "a zip archive; unpack it first", archive);
        HttpResponse<String> climbing =
                owner.post("api/v1/projects/demo/items?name=..%2F..%2F..%2Fetc%2Fclimber.jsonl", "{\n");
        assertProblem(422, "climber.jsonl", climbing);
        assertFalse(climbing.body().contains("etc"), climbing.body());
        assertFalse(climbing.body().contains("lichen-upload"), climbing.body());
    }

    @Test
    void aCallWithAKeyHappensOnce() throws IOException, InterruptedException {
        String file = ITEM.formatted("asked once");
        String path = "api/v1/projects/demo/items?name=once.jsonl";
        HttpResponse<String> first = owner.post(path, file, "Idempotency-Key", "k-1");
        HttpResponse<String> second = owner.post(path, file, "Idempotency-Key", "k-1");
        assertEquals(201, first.statusCode(), first.body());
        assertEquals(201, second.statusCode());
        assertEquals(first.body(), second.body());
        assertEquals("true", header(second, "Idempotency-Replayed"));
        HttpResponse<String> other = owner.post(path, ITEM.formatted("another"), "Idempotency-Key", "k-1");
        assertEquals(422, other.statusCode());
        HttpResponse<String> without = owner.post(path, file);
        assertEquals(422, without.statusCode(), "the same file without the key is a duplicate import");
    }

    @Test
    void aRefusedCallWithAKeyCanBeMendedAndMadeAgain() throws IOException, InterruptedException {
        String path = "api/v1/projects";
        HttpResponse<String> refused =
                owner.post(path, "{\"slug\":\"Not A Slug\",\"name\":\"n\"}", "Idempotency-Key", "k-2");
        assertEquals(422, refused.statusCode(), refused.body());
        HttpResponse<String> made = owner.post(path, "{\"slug\":\"mended\",\"name\":\"n\"}", "Idempotency-Key", "k-2");
        assertEquals(201, made.statusCode(), made.body());
        assertTrue(app.services().projects().find("mended").isPresent());
    }

    @Test
    void itemsAreFoundByStateGoldAndWords() throws IOException, InterruptedException {
        makeGold(7, "1,2,1");
        makeGold(8, "1,4,1,2,3");
        assertEquals(List.of(7L, 8L), numbers("gold=true"));
        assertEquals(List.of(7L), numbers("gold=true&words=PANCAKES"));
        assertEquals(List.of(8L), numbers("state=GOLD&words=%E5%A1%9E%E7%BF%81"));
        assertEquals(List.of(3L), numbers("words=%233"));
        assertEquals(List.of(), numbers("state=IDENTICAL"));
        assertProblem(400, "Bad state: found \"LOST\"", owner.get("api/v1/projects/demo/items?state=LOST"));
    }

    private static void makeGold(int number, String order) throws IOException, InterruptedException {
        String key = "{\"expected\":[" + order + "],\"tolerance\":0.2,\"explanation\":\"\"}";
        owner.send("PUT", "api/v1/projects/demo/items/" + number + "/gold", key);
    }

    private static List<Long> numbers(String query) throws IOException, InterruptedException {
        List<Long> numbers = new ArrayList<>();
        owner.json("api/v1/projects/demo/items?" + query)
                .path("items")
                .forEach(item -> numbers.add(item.path("number").asLong()));
        return numbers;
    }

    @Test
    void anItemIsMadeGoldAskedMoreOftenWithheldAndReleased() throws IOException, InterruptedException {
        String item = "api/v1/projects/demo/items/12";
        String key = "{\"expected\":[2,1,null,3,1,null],\"tolerance\":0.1,\"explanation\":\"an idiom\"}";
        JsonNode gold = HttpProgram.tree(owner.send("PUT", item + "/gold", key, "Idempotency-Key", "gold-1")
                .body());
        assertEquals("GOLD", gold.path("item").path("state").asText());
        assertEquals(HttpProgram.tree(key), gold.path("gold"));
        assertEquals(6, gold.path("item").path("answers").size());
        HttpResponse<String> again = owner.send("PUT", item + "/gold", key, "Idempotency-Key", "gold-1");
        assertEquals("true", header(again, "Idempotency-Replayed"));
        assertProblem(
                422,
                "expected one an answer",
                owner.send("PUT", item + "/gold", "{\"expected\":[1,2],\"tolerance\":0,\"explanation\":\"\"}"));
        assertEquals(200, owner.send("DELETE", item + "/gold", "").statusCode());
        assertEquals(
                200, owner.send("PUT", item + "/priority", "{\"priority\":3}").statusCode());
        assertProblem(400, "priority", owner.send("PUT", item + "/priority", "{\"priority\":1.5}"));
        assertProblem(400, "no JSON", owner.send("PUT", item + "/priority", "{\"priority\":1,\"priority\":2}"));
        assertEquals(
                200, owner.send("PUT", item + "/overlap", "{\"overlap\":2}").statusCode());
        assertEquals(
                200, owner.post(item + "/hold", "{\"reason\":\"to look at\"}").statusCode());
        JsonNode held = owner.json(item);
        assertEquals("to look at", held.path("item").path("hold_reason").asText());
        assertEquals(3, held.path("item").path("priority").asInt());
        assertEquals(2, held.path("item").path("overlap").asInt());
        assertTrue(held.path("gold").isNull());
        JsonNode open = HttpProgram.tree(owner.post(item + "/release", "").body());
        assertEquals("OPEN", open.path("item").path("state").asText());
        assertEquals(404, owner.get("api/v1/projects/demo/items/9999").statusCode());
    }

    @Test
    void judgementsComeInWithTheirItems() throws IOException, InterruptedException {
        String judged = ITEM.formatted("judged elsewhere").replace("\"tiers\"", "\"annotator\":\"x\",\"tiers\"");
        app.services().projects().create(app.owner().id(), "brought-in", "n", ProjectSettings.defaults());
        JsonNode answer = HttpProgram.tree(
                owner.post("api/v1/projects/brought-in/items?name=judged.jsonl&judgements=true", judged)
                        .body());
        assertEquals(1, answer.path("judgements").path("kept").asInt(), answer.toString());
    }

    @Test
    void aPersonIsErasedByATokenThatIsGoodForAllProjects() throws IOException, InterruptedException {
        Account person = app.person("to-be-erased", Role.ANNOTATOR);
        HttpProgram narrow = HttpProgram.of(
                app,
                app.owner().id(),
                Set.of(TokenScope.PEOPLE_WRITE),
                app.project().id());
        assertEquals(
                403, narrow.send("DELETE", "api/v1/people/to-be-erased", "").statusCode());
        JsonNode erased = HttpProgram.tree(
                owner.send("DELETE", "api/v1/people/to-be-erased", "").body());
        assertEquals(person.pseudonym(), erased.path("pseudonym").asText());
        assertEquals(404, owner.send("DELETE", "api/v1/people/to-be-erased", "").statusCode());
        assertProblem(422, "The last owner stays", owner.send("DELETE", "api/v1/people/owner", ""));
    }

    @Test
    void aBodyThatIsNotWhatItShouldBeIsRefusedWithAReason() throws IOException, InterruptedException {
        assertProblem(400, "found no JSON at line 1", owner.post("api/v1/projects", "{\"slug\""));
        assertProblem(
                400,
                "Unrecognized field \"colour\"",
                owner.post("api/v1/projects", "{\"slug\":\"x\",\"name\":\"n\",\"colour\":1}"));
        assertProblem(400, "Bad body at name", owner.post("api/v1/projects", "{\"slug\":\"x\"}"));
        assertProblem(
                400,
                "overlapTarget must be at least 1, was 0",
                owner.post(
                        "api/v1/projects",
                        "{\"slug\":\"x\",\"name\":\"n\",\"settings\":{\"overlap_target\":0,\"lease_seconds\":60,"
                                + "\"gold\":{\"share\":0,\"training_items\":0},\"repeats\":{\"share\":0,\"gap\":1},"
                                + "\"sampling\":{\"policy\":\"ORDER\",\"control_share\":0.2}}}"));
    }

    @Test
    void judgementsComeAsOfAnEventByteForByteAndWhatIsCutGoesOn()
            throws IOException, InterruptedException, NoSuchAlgorithmException {
        judge("judge-1");
        HttpResponse<String> first = owner.get("api/v1/projects/demo/judgements");
        String head = header(first, "Lichen-Ledger-Head");
        assertEquals(1, first.body().lines().count());
        judge("judge-2");
        HttpResponse<String> again = owner.get("api/v1/projects/demo/judgements?as_of=" + head);
        assertEquals(first.body(), again.body());
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(first.body().getBytes(StandardCharsets.UTF_8));
        assertEquals("sha-256=:" + Base64.getEncoder().encodeToString(hash) + ":", header(again, "Repr-Digest"));
        HttpResponse<String> rest =
                owner.send("GET", "api/v1/projects/demo/judgements?as_of=" + head, "", "Range", "bytes=10-");
        assertEquals(206, rest.statusCode());
        assertTrue(first.body().endsWith(rest.body()));
        assertEquals(first.body().getBytes(StandardCharsets.UTF_8).length - 10, length(rest));
        HttpResponse<String> news =
                owner.get("api/v1/projects/demo/judgements?after=" + header(first, "Lichen-Ledger-Seq"));
        assertEquals(1, news.body().lines().count());
        assertNotEquals(first.body(), news.body());
        HttpResponse<String> pairs = owner.get("api/v1/projects/demo/judgements?format=trl-preference-conversational");
        assertEquals(200, pairs.statusCode(), pairs.body());
        assertTrue(
                HttpProgram.tree(pairs.body().lines().findFirst().orElseThrow()).has("chosen"), pairs.body());
    }

    @Test
    void theCommandLinePullsWhatTheAppHolds() throws IOException {
        judge("judge-3");
        Path file = folder.resolve("pulled/rankings.jsonl");
        String token = app.services()
                .tokens()
                .create(app.owner().id(), new TokenRequest("pull", Set.of(TokenScope.JUDGEMENTS_READ), null, 1));
        try (ProjectPull pull = new ProjectPull(ProjectAddress.parse(app.address("projects/demo")), token)) {
            LedgerEvent newest = pull.newest();
            assertTrue(pull.fetch(newest, "rankings", "lichen", file, ReadProgress.SILENT));
            assertEquals(newest, pull.newest(), "an export is no judgement");
            assertFalse(pull.fetch(newest, "rankings", "lichen", file, ReadProgress.SILENT));
        }
        List<Object> records = new ArrayList<>();
        Datasets.scan(file, (one, _) -> records.add(one));
        assertTrue(records.stream().allMatch(Ranking.class::isInstance) && !records.isEmpty(), records::toString);
    }

    @Test
    void peopleAreInvitedAndGetRoles() throws IOException, InterruptedException {
        Account person = app.person("asked", Role.ANNOTATOR);
        HttpResponse<String> link = owner.post("api/v1/projects/demo/invitations", "{\"role\":\"REVIEWER\"}");
        assertEquals(201, link.statusCode(), link.body());
        String address = HttpProgram.tree(link.body()).path("address").asText();
        assertTrue(address.startsWith(app.address("join/")), address);
        assertEquals(
                200,
                owner.send("PUT", "api/v1/projects/demo/people/asked/roles/REVIEWER", "")
                        .statusCode());
        assertTrue(app.services().access().has(person.id(), app.project().id(), Role.REVIEWER));
        assertEquals(
                200,
                owner.send("DELETE", "api/v1/projects/demo/people/asked/roles/REVIEWER", "")
                        .statusCode());
        assertFalse(app.services().access().has(person.id(), app.project().id(), Role.REVIEWER));
    }

    @Test
    void invitationsAreListedAndTakenBack() throws IOException, InterruptedException {
        for (String scope : List.of("api/v1/projects/demo/", "api/v1/")) {
            UUID where = scope.contains("demo") ? app.project().id() : Access.EVERYWHERE;
            app.services().invitations().invite(app.owner().id(), where, Role.AUDITOR);
            JsonNode open = owner.json(scope + "invitations").path("items").path(0);
            assertEquals("AUDITOR", open.path("role").asText());
            assertEquals("owner", open.path("by").asText());
            String one = scope + "invitations/" + open.path("id").asText();
            assertEquals(200, owner.send("DELETE", one, "").statusCode());
            assertEquals(0, owner.json(scope + "invitations").path("items").size());
            assertEquals(404, owner.send("DELETE", one, "").statusCode());
        }
    }

    @Test
    void onlyAnOwnerMakesOwnersAndTheLastOneStays() throws IOException, InterruptedException {
        Account second = app.person("second-owner", Role.ANNOTATOR);
        Account admin = app.personEverywhere("no-owner", Role.ADMIN);
        HttpProgram byAdmin = HttpProgram.of(app, admin.id());
        String owns = "api/v1/people/second-owner/roles/OWNER";
        assertEquals(403, byAdmin.send("PUT", owns, "").statusCode());
        assertEquals(200, owner.send("PUT", owns, "").statusCode());
        assertTrue(app.services().access().has(second.id(), Access.EVERYWHERE, Role.OWNER));
        assertEquals(403, byAdmin.send("DELETE", owns, "").statusCode());
        HttpProgram narrow = HttpProgram.of(
                app,
                app.owner().id(),
                Set.of(TokenScope.PEOPLE_WRITE),
                app.project().id());
        assertEquals(403, narrow.send("DELETE", owns, "").statusCode());
        assertEquals(200, owner.send("DELETE", owns, "").statusCode());
        assertFalse(app.services().access().has(second.id(), Access.EVERYWHERE, Role.OWNER));
        assertProblem(422, "The last owner stays", owner.send("DELETE", "api/v1/people/owner/roles/OWNER", ""));
    }

    @Test
    void tooManyCallsAreAskedToWait() throws IOException, InterruptedException {
        HttpProgram hasty = HttpProgram.of(app, app.owner().id());
        for (int i = 0; i < 2000; i++) {
            HttpResponse<String> answer = hasty.get("api/v1/me");
            if (answer.statusCode() == 429) {
                assertTrue(Integer.parseInt(header(answer, "Retry-After")) >= 1);
                return;
            }
        }
        throw new AssertionError("nobody was asked to wait");
    }

    private static int length(HttpResponse<String> answer) {
        return answer.body().getBytes(StandardCharsets.UTF_8).length;
    }

    private static void judge(String login) {
        Account person = app.person(login, Role.ANNOTATOR);
        WorkItem work =
                app.services().queue().next(person.id(), app.project().id()).orElseThrow();
        app.services().queue().submit(person.id(), work.assignment(), TestWorld.byText(work));
    }

    private static void assertProblem(int status, String part, HttpResponse<String> answer) throws IOException {
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals("application/problem+json", header(answer, "Content-Type"));
        JsonNode problem = HttpProgram.tree(answer.body());
        assertEquals(status, problem.path("status").asInt());
        assertTrue(problem.path("detail").asText().contains(part), answer.body());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
