package dev.lichen.annotation.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lichen.annotation.account.TokenRequest;
import dev.lichen.annotation.account.TokenScope;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.UUID;

/** A program with a token. */
final class HttpProgram {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final RunningApp app;
    private final String token;

    HttpProgram(RunningApp app, String token) {
        this.app = app;
        this.token = token;
    }

    /** A program that may do whatever a person may. */
    static HttpProgram of(RunningApp app, UUID person) {
        return of(app, person, Set.of(TokenScope.values()), null);
    }

    static HttpProgram of(RunningApp app, UUID person, Set<TokenScope> scopes, UUID project) {
        return new HttpProgram(
                app, app.services().tokens().create(person, new TokenRequest("test", scopes, project, 1)));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path, "");
    }

    JsonNode json(String path) throws IOException, InterruptedException {
        return tree(get(path).body());
    }

    HttpResponse<String> post(String path, String body, String... headers) throws IOException, InterruptedException {
        return send("POST", path, body, headers);
    }

    HttpResponse<String> send(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(app.address(path)))
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    static JsonNode tree(String body) throws IOException {
        return JsonMapper.builder().build().readTree(body);
    }
}
