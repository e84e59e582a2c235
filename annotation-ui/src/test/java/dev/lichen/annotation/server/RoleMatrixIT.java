package dev.lichen.annotation.server;

import static dev.lichen.annotation.account.TokenScope.ITEMS_READ;
import static dev.lichen.annotation.account.TokenScope.ITEMS_WRITE;
import static dev.lichen.annotation.account.TokenScope.JOBS_READ;
import static dev.lichen.annotation.account.TokenScope.JOBS_WRITE;
import static dev.lichen.annotation.account.TokenScope.JUDGEMENTS_READ;
import static dev.lichen.annotation.account.TokenScope.METRICS_READ;
import static dev.lichen.annotation.account.TokenScope.PEOPLE_READ;
import static dev.lichen.annotation.account.TokenScope.PEOPLE_WRITE;
import static dev.lichen.annotation.account.TokenScope.PROJECTS_READ;
import static dev.lichen.annotation.account.TokenScope.PROJECTS_WRITE;
import static dev.lichen.annotation.account.TokenScope.QUALITY_READ;
import static dev.lichen.annotation.server.RoleMatrixIT.Who.ADMIN;
import static dev.lichen.annotation.server.RoleMatrixIT.Who.ANNOTATOR;
import static dev.lichen.annotation.server.RoleMatrixIT.Who.AUDITOR;
import static dev.lichen.annotation.server.RoleMatrixIT.Who.NOBODY;
import static dev.lichen.annotation.server.RoleMatrixIT.Who.OWNER;
import static dev.lichen.annotation.server.RoleMatrixIT.Who.REVIEWER;
import static dev.lichen.annotation.server.RoleMatrixIT.Who.STRANGER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.annotation.account.Access;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.account.Invitations;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.account.TokenScope;
import dev.lichen.annotation.exchange.ExportKind;
import dev.lichen.annotation.exchange.ExportRequest;
import dev.lichen.annotation.exchange.FileForm;
import dev.lichen.annotation.exchange.PreparedExport;
import dev.lichen.annotation.exchange.PreparedExports;
import dev.lichen.annotation.job.Job;
import dev.lichen.annotation.job.JobCommand;
import dev.lichen.annotation.job.JobRequest;
import dev.lichen.annotation.job.Jobs;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.project.ProjectSettings;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tries everybody on every call that the running app answers; a call without a row in the table fails.
 *
 * <p>Pages have a table of their own in {@link PagesIT}, since only a browser sees what a page shows.
 */
class RoleMatrixIT {

    /** Everybody there is; a stranger has a role in another project. */
    enum Who {
        OWNER,
        ADMIN,
        REVIEWER,
        ANNOTATOR,
        AUDITOR,
        STRANGER,
        NOBODY
    }

    /** A call by session, and who may make it. */
    private record Call(String route, String body, Set<Who> allowed) {}

    /** A call by token: who may make it, with which scope. */
    private record ProgramCall(String route, String body, TokenScope scope, Set<Who> allowed) {}

    private static final Set<Who> STAFF = EnumSet.of(OWNER, ADMIN, REVIEWER, AUDITOR);
    private static final Set<Who> LEADS = EnumSet.of(OWNER, ADMIN);
    private static final Set<Who> REVIEWS = EnumSet.of(OWNER, ADMIN, REVIEWER);
    private static final Set<Who> LEADS_AND_AUDITOR = EnumSet.of(OWNER, ADMIN, AUDITOR);
    private static final Set<Who> MEMBERS = EnumSet.of(OWNER, ADMIN, REVIEWER, ANNOTATOR, AUDITOR);
    private static final Set<Who> WORKS = EnumSet.of(OWNER, ANNOTATOR);

    /** The work in these calls is the annotator's: nobody else can open, save or submit it, whatever their role. */
    private static final Set<Who> ITS_ANNOTATOR = EnumSet.of(ANNOTATOR);

    /** A file is its maker's: another administrator makes one of their own, which is recorded as theirs. */
    private static final Set<Who> ITS_AUDITOR = EnumSet.of(AUDITOR);

    private static final String RANKING = "{\"outcome\":\"JUDGED\",\"answers\":2,\"tiers\":{\"A\":1,\"B\":2}}";

    private static final String ERASURE = "DELETE /api/v1/people/{login}";
    private static final String INVITATION = "{invitation}";

    private static final List<Call> CALLS = List.of(
            new Call("GET /health", "", EnumSet.allOf(Who.class)),
            new Call("GET /metrics", "", EnumSet.allOf(Who.class)),
            new Call("POST /workbench/api/projects/{slug}/next", "", WORKS),
            new Call("GET /workbench/api/projects/{slug}/assignments/{assignment}", "", ITS_ANNOTATOR),
            new Call(
                    "PUT /workbench/api/assignments/{assignment}/draft",
                    "{\"revision\":0,\"body\":\"{}\"}",
                    ITS_ANNOTATOR),
            new Call("POST /workbench/api/assignments/{assignment}/judgement", RANKING, ITS_ANNOTATOR),
            new Call("POST /workbench/api/assignments/{assignment}/correction", RANKING, ITS_ANNOTATOR),
            new Call("POST /workbench/api/projects/{slug}/items?name=a.jsonl", "", LEADS),
            new Call("GET /workbench/api/projects/{slug}/runs/{run}/progress", "", LEADS),
            new Call("GET /workbench/api/projects/{slug}/runs/{run}/report", "", LEADS),
            new Call("GET /workbench/api/projects/{slug}/exports/{export}", "", ITS_AUDITOR));

    private static final List<ProgramCall> PROGRAM_CALLS = List.of(
            new ProgramCall("GET /api/v1/me", "", PROJECTS_READ, EnumSet.complementOf(EnumSet.of(NOBODY))),
            new ProgramCall("GET /api/v1/projects", "", PROJECTS_READ, EnumSet.complementOf(EnumSet.of(NOBODY))),
            new ProgramCall(
                    "POST /api/v1/projects",
                    "{\"slug\":\"of-{who}\",\"name\":\"n\"}",
                    PROJECTS_WRITE,
                    EnumSet.of(OWNER)),
            new ProgramCall("GET /api/v1/projects/{slug}", "", PROJECTS_READ, STAFF),
            new ProgramCall("GET /api/v1/projects/{slug}/guidelines", "", PROJECTS_READ, MEMBERS),
            new ProgramCall(
                    "POST /api/v1/projects/{slug}/guidelines", "{\"markdown\":\"by {who}\"}", PROJECTS_WRITE, LEADS),
            new ProgramCall("GET /api/v1/projects/{slug}/schema", "", PROJECTS_READ, MEMBERS),
            new ProgramCall(
                    "POST /api/v1/projects/{slug}/schema", "{\"criteria\":[],\"flags\":[]}", PROJECTS_WRITE, LEADS),
            new ProgramCall("GET /api/v1/projects/{slug}/items", "", ITEMS_READ, STAFF),
            new ProgramCall("POST /api/v1/projects/{slug}/items", "", ITEMS_WRITE, LEADS),
            new ProgramCall("GET /api/v1/projects/{slug}/items/{number}", "", ITEMS_READ, STAFF),
            new ProgramCall(
                    "PUT /api/v1/projects/{slug}/items/{number}/gold",
                    "{\"expected\":[1,1,1,2,2,2],\"tolerance\":0,\"explanation\":\"by {who}\"}",
                    ITEMS_WRITE,
                    LEADS),
            new ProgramCall("DELETE /api/v1/projects/{slug}/items/{number}/gold", "", ITEMS_WRITE, LEADS),
            new ProgramCall(
                    "PUT /api/v1/projects/{slug}/items/{number}/priority", "{\"priority\":-5}", ITEMS_WRITE, LEADS),
            new ProgramCall(
                    "PUT /api/v1/projects/{slug}/items/{number}/overlap", "{\"overlap\":2}", ITEMS_WRITE, LEADS),
            new ProgramCall(
                    "POST /api/v1/projects/{slug}/items/{number}/hold",
                    "{\"reason\":\"of {who}\"}",
                    ITEMS_WRITE,
                    REVIEWS),
            new ProgramCall("POST /api/v1/projects/{slug}/items/{number}/release", "", ITEMS_WRITE, REVIEWS),
            new ProgramCall("GET /api/v1/projects/{slug}/judgements", "", JUDGEMENTS_READ, LEADS_AND_AUDITOR),
            new ProgramCall("GET /api/v1/projects/{slug}/judgements/head", "", JUDGEMENTS_READ, LEADS_AND_AUDITOR),
            new ProgramCall("GET /api/v1/projects/{slug}/quality", "", QUALITY_READ, STAFF),
            new ProgramCall("POST /api/v1/projects/{slug}/quality/open-items/overlap", "", ITEMS_WRITE, LEADS),
            new ProgramCall("GET /api/v1/projects/{slug}/jobs", "", JOBS_READ, LEADS_AND_AUDITOR),
            new ProgramCall("GET /api/v1/projects/{slug}/jobs/{job}", "", JOBS_READ, LEADS_AND_AUDITOR),
            new ProgramCall(
                    "POST /api/v1/projects/{slug}/jobs",
                    "{\"command\":\"PPO\",\"name\":\"of-{who}\"}",
                    JOBS_WRITE,
                    LEADS),
            new ProgramCall("POST /api/v1/projects/{slug}/jobs/{job}/stop", "", JOBS_WRITE, LEADS),
            new ProgramCall("POST /api/v1/projects/{slug}/jobs/{job}/resume", "", JOBS_WRITE, LEADS),
            new ProgramCall("GET /api/v1/projects/{slug}/people", "", PEOPLE_READ, LEADS_AND_AUDITOR),
            new ProgramCall(
                    "POST /api/v1/projects/{slug}/invitations", "{\"role\":\"ANNOTATOR\"}", PEOPLE_WRITE, LEADS),
            new ProgramCall("GET /api/v1/projects/{slug}/invitations", "", PEOPLE_READ, LEADS_AND_AUDITOR),
            new ProgramCall("DELETE /api/v1/projects/{slug}/invitations/{invitation}", "", PEOPLE_WRITE, LEADS),
            new ProgramCall("GET /api/v1/invitations", "", PEOPLE_READ, EnumSet.of(OWNER)),
            new ProgramCall("DELETE /api/v1/invitations/{invitation}", "", PEOPLE_WRITE, EnumSet.of(OWNER)),
            new ProgramCall("PUT /api/v1/people/{login}/roles/{role}", "", PEOPLE_WRITE, EnumSet.of(OWNER)),
            new ProgramCall("DELETE /api/v1/people/{login}/roles/{role}", "", PEOPLE_WRITE, EnumSet.of(OWNER)),
            new ProgramCall("PUT /api/v1/projects/{slug}/people/{login}/roles/{role}", "", PEOPLE_WRITE, LEADS),
            new ProgramCall("DELETE /api/v1/projects/{slug}/people/{login}/roles/{role}", "", PEOPLE_WRITE, LEADS),
            new ProgramCall(ERASURE, "", PEOPLE_WRITE, EnumSet.of(OWNER)));

    @TempDir
    private static Path folder;

    private static final Map<Who, Account> PEOPLE = new EnumMap<>(Who.class);
    private static final AtomicInteger ERASED = new AtomicInteger();
    private static RunningApp app;
    private static String assignment;
    private static Job job;
    private static PreparedExport export;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        app = new RunningApp(folder, List.of("no-such-program"));
        PEOPLE.put(OWNER, app.owner());
        for (Role role : List.of(Role.ADMIN, Role.REVIEWER, Role.ANNOTATOR, Role.AUDITOR)) {
            PEOPLE.put(
                    Who.valueOf(role.name()), app.person("matrix-" + role.name().toLowerCase(Locale.ROOT), role));
        }
        Project other = app.services()
                .projects()
                .create(app.owner().id(), "elsewhere", "Elsewhere", ProjectSettings.defaults());
        PEOPLE.put(STRANGER, app.person("matrix-stranger", other, Role.ADMIN));
        app.person("subject", Role.ANNOTATOR);
        job = app.part(Jobs.class)
                .submit(
                        app.owner().id(),
                        new JobRequest(app.project().id(), JobCommand.PPO, "a-job", "cpu", null, Map.of()));
        export = app.part(PreparedExports.class)
                .begin(
                        PEOPLE.get(AUDITOR).id(),
                        app.project(),
                        ExportRequest.own(
                                ExportKind.RANKINGS, app.services().ledger().head()),
                        FileForm.JSON_LINES);
        while (export.isUnderWay()) {
            Thread.onSpinWait();
        }
        HttpResponse<String> opened =
                session(ANNOTATOR).send("POST", "workbench/api/projects/demo/next", "", "Accept", "*/*");
        assignment = HttpProgram.tree(opened.body()).path("assignment").asText();
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void everyRouteOfTheAppHasItsRow() {
        Set<String> rows = new TreeSet<>();
        CALLS.forEach(call -> rows.add(call.route().replaceAll("\\?.*", "")));
        PROGRAM_CALLS.forEach(call -> rows.add(call.route()));
        assertEquals(AppRoutes.of(app, "/"), rows);
    }

    @Test
    void aSessionMakesItsPersonsCallsAndNoOther() throws IOException, InterruptedException {
        List<String> wrong = new ArrayList<>();
        for (Who who : Who.values()) {
            HttpPerson person = session(who);
            for (Call call : CALLS) {
                HttpResponse<String> answer = person.send(
                        verb(call.route()),
                        address(call.route()),
                        call.body(),
                        call.body().isEmpty() ? "Accept" : "Content-Type",
                        call.body().isEmpty() ? "*/*" : "application/json");
                check(wrong, who + " " + call.route(), call.allowed().contains(who), answer);
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void aTokenMakesItsPersonsCallsAndNoOther() throws IOException, InterruptedException {
        List<String> wrong = new ArrayList<>();
        for (Who who : Who.values()) {
            HttpProgram program = who == NOBODY
                    ? new HttpProgram(app, "")
                    : HttpProgram.of(app, PEOPLE.get(who).id());
            for (ProgramCall call : PROGRAM_CALLS) {
                check(wrong, who + " " + call.route(), call.allowed().contains(who), make(program, call, who.name()));
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void aTokenIsGoodForTheCallsOfItsScopeAndNoOther() throws IOException, InterruptedException {
        List<String> wrong = new ArrayList<>();
        for (TokenScope scope : TokenScope.values()) {
            HttpProgram program = HttpProgram.of(app, app.owner().id(), Set.of(scope), null);
            for (ProgramCall call : PROGRAM_CALLS) {
                String name = scope.word() + " " + call.route();
                check(wrong, name, call.scope() == scope, make(program, call, scope.name()));
            }
            HttpResponse<String> metrics = program.get("metrics");
            check(wrong, scope.word() + " GET /metrics", scope == METRICS_READ, metrics);
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void aSessionOpensNoProgramsCallAndATokenNoPagesCall() throws IOException, InterruptedException {
        HttpPerson person = session(OWNER);
        HttpProgram program = HttpProgram.of(app, app.owner().id());
        for (ProgramCall call : PROGRAM_CALLS) {
            int status = person.send(verb(call.route()), address(call.route()), "", "Accept", "*/*")
                    .statusCode();
            assertEquals(401, status, "session " + call.route());
        }
        for (Call call : CALLS) {
            if (call.route().contains("/workbench/")) {
                int status = program.send(verb(call.route()), address(call.route()), call.body())
                        .statusCode();
                assertEquals(401, status, "token " + call.route());
            }
        }
    }

    @Test
    void figuresAreForThisMachineOrThoseWhoMayReadThem() throws IOException, InterruptedException {
        HttpProgram nobody = new HttpProgram(app, "");
        assertEquals(200, nobody.get("metrics").statusCode());
        for (String header : List.of("Forwarded", "Via", "X-Real-IP", "X-Forwarded-Proto")) {
            assertEquals(401, nobody.send("GET", "metrics", "", header, "http").statusCode(), header);
        }
        for (String from : List.of("203.0.113.9", "192.168.1.5", "127.0.0.1, 192.168.1.5")) {
            assertEquals(
                    401,
                    nobody.send("GET", "metrics", "", "X-Forwarded-For", from).statusCode(),
                    from);
        }
        for (Who who : List.of(ADMIN, REVIEWER, ANNOTATOR, AUDITOR, STRANGER)) {
            HttpProgram program = HttpProgram.of(app, PEOPLE.get(who).id());
            assertEquals(403, program.get("metrics").statusCode(), "a role in one project: " + who);
        }
        String text = HttpProgram.of(app, app.owner().id()).get("metrics").body();
        for (String figure : List.of(
                "lichen_items{state=\"OPEN\"} ",
                "lichen_leases ",
                "lichen_jobs{state=",
                "lichen_ledger_head ",
                "lichen_http_request_seconds_bucket{method=\"GET\",route=\"/metrics\",status=\"2xx\",le=\"0.3\"} ")) {
            assertTrue(text.contains(figure), figure + " in\n" + text);
        }
        assertTrue(text.lines().noneMatch(line -> line.contains(app.owner().id().toString())), text);
    }

    private static HttpResponse<String> make(HttpProgram program, ProgramCall call, String who)
            throws IOException, InterruptedException {
        String name = who.toLowerCase(Locale.ROOT).replace('_', '-');
        String body = call.route().equals("POST /api/v1/projects/{slug}/items")
                ? "{\"prompt\":[{\"role\":\"user\",\"content\":\"of " + name
                        + "\"}],\"answers\":[{\"content\":\"1\"},{\"content\":\"2\"}],\"tiers\":[1,2]}\n"
                : call.body().replace("{who}", name);
        String address = address(call.route());
        return program.send(
                verb(call.route()),
                call.route().equals(ERASURE) ? address.replace("subject", somebody()) : address,
                body);
    }

    /** What is taken back is there once. */
    private static String invitation(boolean toTheProject) {
        UUID scope = toTheProject ? app.project().id() : Access.EVERYWHERE;
        Invitations invitations = app.services().invitations();
        invitations.invite(app.owner().id(), scope, Role.ANNOTATOR);
        return invitations.list(app.owner().id(), scope).getLast().id().toString();
    }

    /** Who is erased is there once. */
    private static String somebody() {
        return app.person("erased-" + ERASED.incrementAndGet(), Role.ANNOTATOR).login();
    }

    /** A refusal is one that is told so, or what is not there for the caller. */
    private static void check(List<String> wrong, String what, boolean allowed, HttpResponse<String> answer) {
        boolean refused = Set.of(401, 403, 404).contains(answer.statusCode())
                || answer.body().contains("This is not yours to judge");
        if (refused == allowed || answer.statusCode() >= 500) {
            wrong.add(what + (allowed ? " may" : " may not") + ": " + answer.statusCode() + " " + answer.body());
        }
    }

    private static HttpPerson session(Who who) throws IOException, InterruptedException {
        HttpPerson person = new HttpPerson(app);
        return who == NOBODY ? person : person.signedIn(PEOPLE.get(who).login());
    }

    private static String verb(String route) {
        return route.substring(0, route.indexOf(' '));
    }

    private static String address(String route) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("{slug}", "demo");
        values.put("{assignment}", assignment);
        values.put("{export}", export.id().toString());
        values.put("{run}", "a-job");
        values.put("{job}", job.id().toString());
        values.put("{number}", "12");
        values.put("{login}", "subject");
        values.put("{role}", "REVIEWER");
        String address = route.substring(route.indexOf('/') + 1);
        for (Map.Entry<String, String> value : values.entrySet()) {
            address = address.replace(value.getKey(), value.getValue());
        }
        return address.contains(INVITATION)
                ? address.replace(INVITATION, invitation(address.contains("demo")))
                : address;
    }
}
