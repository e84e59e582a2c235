package dev.lichen.annotation.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The app behind a proxy that ends TLS and serves it under a prefix, as the headers of such a proxy tell it. */
class ProxyIT {

    private static final String OUTSIDE = "https://rank.example.org";

    @TempDir
    private static Path folder;

    private static RunningApp app;

    @BeforeAll
    static void start() {
        app = RunningApp.under(folder, "/lichen");
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void nobodyIsSentToTheAddressBehindTheProxy() throws IOException, InterruptedException {
        HttpResponse<String> answer = send("GET", "", "Accept", "text/html");
        String location = answer.headers().firstValue("Location").orElse("");
        assertEquals(302, answer.statusCode());
        assertTrue(location.startsWith(OUTSIDE + "/lichen/") || location.startsWith("/lichen/"), location);
    }

    @Test
    void cookieIsForTlsAndForThePrefixOnly() throws IOException, InterruptedException {
        String cookie = send("GET", "login", "Accept", "text/html")
                .headers()
                .firstValue("Set-Cookie")
                .orElse("");
        assertTrue(cookie.contains("Path=/lichen"), cookie);
        assertTrue(cookie.contains("Secure") && cookie.contains("HttpOnly"), cookie);
    }

    @Test
    void onlyTheAddressOutsideIsOurOwnOrigin() throws IOException, InterruptedException {
        String call = "workbench/api/projects/demo/next";
        assertEquals(401, send("POST", call, "Origin", OUTSIDE).statusCode(), "let through, and asked to sign in");
        assertEquals(403, send("POST", call, "Origin", "https://evil.example").statusCode());
        assertEquals(
                403, send("POST", call, "Origin", "http://rank.example.org").statusCode());
    }

    @Test
    void pageNamesNoAddressBehindTheProxy() throws IOException, InterruptedException {
        String page = send("GET", "login", "Accept", "text/html").body();
        assertFalse(page.contains("localhost") || page.contains("127.0.0.1"), page);
    }

    private static HttpResponse<String> send(String method, String path, String header, String value)
            throws IOException, InterruptedException {
        try (HttpClient proxy = HttpClient.newHttpClient()) {
            return proxy.send(
                    HttpRequest.newBuilder(URI.create(app.address(path)))
                            .method(method, HttpRequest.BodyPublishers.noBody())
                            .header("X-Forwarded-Proto", "https")
                            .header("X-Forwarded-Host", "rank.example.org")
                            .header("X-Forwarded-Port", "443")
                            .header("X-Forwarded-For", "203.0.113.7")
                            .header(header, value)
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
