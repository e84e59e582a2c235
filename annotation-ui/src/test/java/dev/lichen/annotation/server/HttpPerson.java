package dev.lichen.annotation.server;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser reduced to its cookies. */
final class HttpPerson {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");

    private final URI address;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    HttpPerson(RunningApp app) {
        this(app.address(""));
    }

    /** Creates a browser that knows the address of the app's first page. */
    HttpPerson(String address) {
        this.address = URI.create(address);
    }

    HttpPerson signedIn(String login) throws IOException, InterruptedException {
        return signedIn(login, RunningApp.PASSWORD);
    }

    HttpPerson signedIn(String login, String password) throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(get("login").body());
        if (!token.find()) {
            throw new IllegalStateException("the page of the login has no token");
        }
        String form = "username=" + login + "&password=" + encoded(password) + "&_csrf=" + encoded(token.group(1));
        send("POST", "login", form, "Content-Type", "application/x-www-form-urlencoded");
        return this;
    }

    String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("JSESSIONID"))
                .map(cookie -> cookie.getValue())
                .findFirst()
                .orElse("");
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path, "", "Accept", "*/*");
    }

    HttpResponse<String> send(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                .headers(headers)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
