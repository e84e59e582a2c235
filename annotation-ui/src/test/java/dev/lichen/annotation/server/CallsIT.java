package dev.lichen.annotation.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.account.Role;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What the server answers to calls, whatever page they come from: who may make them, and what is refused. */
class CallsIT {

    /** A call and the roles in the project that may make it; an owner may make every one. */
    private record Call(String method, String path, List<Role> allowed) {}

    private static final List<Call> CALLS = List.of(
            new Call("POST", "workbench/api/projects/demo/next", List.of(Role.ANNOTATOR)),
            new Call("POST", "workbench/api/projects/demo/items?name=a.jsonl", List.of(Role.ADMIN)),
            new Call(
                    "GET",
                    "workbench/api/projects/demo/exports/" + UUID.randomUUID(),
                    List.of(Role.ADMIN, Role.AUDITOR)),
            new Call("GET", "workbench/api/projects/demo/runs/any/progress", List.of(Role.ADMIN)),
            new Call("GET", "workbench/api/projects/demo/runs/any/report", List.of(Role.ADMIN)));

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int UNPROCESSABLE = 422;

    @TempDir
    private static Path folder;

    private static RunningApp app;

    @BeforeAll
    static void start() {
        app = new RunningApp(folder);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @TestFactory
    Stream<DynamicTest> aRoleMakesItsCallsAndNoOther() {
        return Stream.of(Role.ANNOTATOR, Role.REVIEWER, Role.AUDITOR, Role.ADMIN)
                .map(role -> DynamicTest.dynamicTest(role.name(), () -> {
                    app.person("caller-" + role.name(), role);
                    HttpPerson person = new HttpPerson(app).signedIn("caller-" + role.name());
                    for (Call call : CALLS) {
                        boolean refused = make(person, call) == FORBIDDEN;
                        assertEquals(!call.allowed().contains(role), refused, role + " " + call);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> nobodyCallsWithoutSigningIn() {
        return CALLS.stream()
                .map(call -> DynamicTest.dynamicTest(
                        call.path(), () -> assertEquals(UNAUTHORIZED, make(new HttpPerson(app), call))));
    }

    @Test
    void anotherSitesPageCannotCall() throws IOException, InterruptedException {
        HttpPerson owner = new HttpPerson(app).signedIn("owner");
        HttpResponse<String> answer =
                owner.send("POST", "workbench/api/projects/demo/next", "", "Origin", "https://evil.example");
        assertEquals(FORBIDDEN, answer.statusCode());
    }

    @Test
    void nobodySeesAnothersWork() throws IOException, InterruptedException {
        app.person("first", Role.ANNOTATOR);
        app.person("second", Role.ANNOTATOR);
        String assignment = open(new HttpPerson(app).signedIn("first"));
        HttpPerson second = new HttpPerson(app).signedIn("second");
        String path = "workbench/api/assignments/" + assignment;
        assertEquals(UNPROCESSABLE, json(second, "PUT", path + "/draft", Map.of("revision", 0, "body", "{}")));
        assertEquals(UNPROCESSABLE, json(second, "POST", path + "/judgement", ranking()));
        assertEquals(
                UNPROCESSABLE,
                second.get("workbench/api/projects/demo/assignments/" + assignment)
                        .statusCode());
    }

    @Test
    void nonsenseIsRefusedWithAReason() throws IOException, InterruptedException {
        app.person("third", Role.ANNOTATOR);
        HttpPerson person = new HttpPerson(app).signedIn("third");
        String assignment = open(person);
        String draft = "workbench/api/assignments/" + assignment + "/draft";
        for (String body : List.of("", "{", "{},\"answers\":[]", "{}{}")) {
            assertEquals(UNPROCESSABLE, json(person, "PUT", draft, Map.of("revision", 0, "body", body)), body);
        }
        assertEquals(200, json(person, "PUT", draft, Map.of("revision", 0, "body", "{}")));
        String path = "workbench/api/assignments/" + assignment + "/judgement";
        assertEquals(UNPROCESSABLE, json(person, "POST", path, Map.of("outcome", "BEST", "answers", 4)));
        assertEquals(UNPROCESSABLE, json(person, "POST", path, Map.of("outcome", "JUDGED", "answers", 4)));
        assertEquals(
                UNPROCESSABLE,
                json(person, "POST", "workbench/api/assignments/" + UUID.randomUUID() + "/judgement", ranking()));
    }

    @Test
    void aRefusalIsSaidInTheLanguageOfThePerson() throws IOException, InterruptedException {
        Account reader = app.person("reader-of-chinese", Role.ANNOTATOR);
        app.services().accounts().change(reader.id(), reader.displayName(), "zh", List.of());
        HttpPerson person = new HttpPerson(app).signedIn("reader-of-chinese");
        String another = "workbench/api/assignments/" + UUID.randomUUID() + "/judgement";
        String body = JsonMapper.builder().build().writeValueAsString(ranking());
        String said = person.send("POST", another, body, "Content-Type", "application/json")
                .body();
        assertTrue(said.contains("此条目不归您评判"), said);
    }

    @Test
    void aSessionGetsANewIdentifierAtSignIn() throws IOException, InterruptedException {
        HttpPerson person = new HttpPerson(app);
        person.get("login");
        String before = person.session();
        person.signedIn("owner");
        assertFalse(before.isEmpty());
        assertNotEquals(before, person.session());
    }

    @Test
    void aPageRunsNoScriptButItsOwn() throws IOException, InterruptedException {
        HttpResponse<String> page = new HttpPerson(app).get("login");
        String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
        String scripts = policy.replaceAll(".*(script-src[^;]*);.*", "$1");
        assertTrue(scripts.contains("'nonce-"), policy);
        assertFalse(scripts.contains("unsafe-inline"), policy);
        assertTrue(policy.contains("frame-ancestors 'none'"), policy);
        assertEquals(
                "nosniff", page.headers().firstValue("X-Content-Type-Options").orElse(""));
    }

    private static int make(HttpPerson person, Call call) throws IOException, InterruptedException {
        return person.send(call.method(), call.path(), "", "Accept", "*/*").statusCode();
    }

    private static String open(HttpPerson person) throws IOException, InterruptedException {
        HttpResponse<String> answer = person.send("POST", "workbench/api/projects/demo/next", "", "Accept", "*/*");
        JsonNode item = JsonMapper.builder().build().readTree(answer.body());
        return item.get("assignment").asText();
    }

    private static int json(HttpPerson person, String method, String path, Map<String, ?> body)
            throws IOException, InterruptedException {
        String text = JsonMapper.builder().build().writeValueAsString(body);
        return person.send(method, path, text, "Content-Type", "application/json")
                .statusCode();
    }

    private static Map<String, ?> ranking() {
        return Map.of("outcome", "JUDGED", "answers", 2, "tiers", Map.of("A", 1, "B", 2));
    }
}
