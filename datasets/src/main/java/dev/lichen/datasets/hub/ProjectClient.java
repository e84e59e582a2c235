package dev.lichen.datasets.hub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks an annotation app; follows no redirection, because the token is for the app alone. */
final class ProjectClient implements AutoCloseable {

    private static final Duration CONNECTING = Duration.ofSeconds(30);

    /** A large project takes its time before the first byte. */
    private static final Duration ANSWERING = Duration.ofMinutes(10);

    private static final int LARGEST_PROBLEM = 1 << 16;
    private static final JsonMapper MAPPER = new JsonMapper();

    private final ProjectAddress address;
    private final String token;
    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECTING)
            .build();

    ProjectClient(ProjectAddress address, String token) {
        this.address = address;
        this.token = token;
    }

    ProjectAddress address() {
        return address;
    }

    HttpResponse<InputStream> get(String path, long from) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.call(path))
                .timeout(ANSWERING)
                .header("User-Agent", "lichen")
                .header("Authorization", "Bearer " + token);
        if (from > 0) {
            request.header("Range", "bytes=" + from + "-");
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HubException("Interrupted while asking " + address.app(), e);
        }
    }

    /**
     * Refuses an answer that is none.
     *
     * @throws HubException if asking again would not help
     * @throws IOException if it might
     */
    void refuse(HttpResponse<InputStream> answer) throws IOException {
        int status = answer.statusCode();
        if (status / 100 == 2) {
            return;
        }
        if (status == 429 || status / 100 == 5) {
            throw new IOException("HTTP " + status + " from " + address.app());
        }
        throw new HubException("Cannot read project " + address.slug() + " at " + address.app() + " (HTTP " + status
                + "): " + explanation(status, detail(answer)));
    }

    private static String explanation(int status, String detail) {
        return switch (status) {
            case 401 -> "the app does not accept the token; make one on its account page and set LICHEN_TOKEN";
            case 403, 404, 422, 400 -> detail.isEmpty() ? "is it an annotation app of Lichen?" : detail;
            default -> "an unexpected answer; is it an annotation app of Lichen?";
        };
    }

    private static String detail(HttpResponse<InputStream> answer) throws IOException {
        try (InputStream body = answer.body()) {
            return MAPPER.readTree(body.readNBytes(LARGEST_PROBLEM))
                    .path("detail")
                    .asText();
        } catch (JsonProcessingException e) {
            return "";
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
