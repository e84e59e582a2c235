package dev.lichen.annotation.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lichen.annotation.account.Role;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The app on a PostgreSQL server that is stopped and started again. */
class DatabaseGoneIT {

    private static final String CALLS = "workbench/api/";

    @TempDir
    private Path folder;

    private int port;
    private EmbeddedPostgres server;

    @BeforeEach
    void startTheDatabase() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        server = started();
    }

    @AfterEach
    void stopTheDatabase() throws IOException {
        server.close();
    }

    @Test
    void workGoesOnAfterTheDatabaseWasAwayAndTheAppWasNotRestarted() throws IOException, InterruptedException {
        try (RunningApp app = RunningApp.on(folder, server.getJdbcUrl("postgres", "postgres"))) {
            app.person("ann", Role.ANNOTATOR);
            HttpPerson ann = new HttpPerson(app).signedIn("ann");
            JsonNode item = json(ann.send("POST", CALLS + "projects/demo/next", "", "Accept", "*/*"));
            String work = CALLS + "assignments/" + item.path("assignment").asText();

            server.close();
            HttpResponse<String> refused = draft(ann, work, 0);
            assertEquals(503, refused.statusCode(), refused.body());
            assertTrue(json(refused).path("message").asText().contains("The database does not answer"), refused.body());
            assertEquals(503, ann.get("health").statusCode());

            server = started();
            HttpResponse<String> saved = draft(ann, work, 0);
            while (saved.statusCode() == 503) {
                saved = draft(ann, work, 0); // until the pool of connections has noticed
            }
            assertEquals(200, saved.statusCode(), saved.body());
            assertEquals(200, ann.get("health").statusCode());
            assertTrue(app.services().verification().verify().holds());
        }
    }

    private EmbeddedPostgres started() throws IOException {
        try {
            return EmbeddedPostgres.builder()
                    .setPort(port)
                    .setDataDirectory(folder.resolve("postgresql"))
                    .setCleanDataDirectory(false)
                    .start();
        } catch (IllegalStateException notHere) {
            return Assumptions.abort("PostgreSQL does not run on this machine");
        }
    }

    private static HttpResponse<String> draft(HttpPerson person, String work, int revision)
            throws IOException, InterruptedException {
        String body = JsonMapper.builder().build().writeValueAsString(Map.of("revision", revision, "body", "{}"));
        return person.send("PUT", work + "/draft", body, "Content-Type", "application/json");
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return JsonMapper.builder().build().readTree(answer.body());
    }
}
