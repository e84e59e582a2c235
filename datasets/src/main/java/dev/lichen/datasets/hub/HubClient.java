package dev.lichen.datasets.hub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

/** Asks the hub; follows redirections itself, because the token is for the hub alone. */
final class HubClient implements AutoCloseable {

    private static final int MOST_REDIRECTIONS = 8;
    private static final int LARGEST_LIST = 64 << 20;
    private static final Duration CONNECTING = Duration.ofSeconds(30);
    private static final Duration ANSWERING = Duration.ofSeconds(60);
    private static final JsonMapper MAPPER = new JsonMapper();

    private final HubSettings settings;
    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECTING)
            .build();

    HubClient(HubSettings settings) {
        this.settings = settings;
    }

    /** Lists the files of a dataset. */
    HubSnapshot snapshot(HubDataset dataset, String revision) throws IOException {
        URI address = address(
                "/api/datasets/" + encoded(dataset.id()) + "/revision/" + encodedWhole(revision) + "?blobs=true");
        HttpResponse<InputStream> response = get(address, 0);
        try (InputStream body = response.body()) {
            HubFailures.refuse(response, settings, dataset, "revision " + revision);
            return HubSnapshot.of(dataset, MAPPER.readTree(body.readNBytes(LARGEST_LIST)));
        } catch (JsonProcessingException e) {
            throw new HubException(
                    "Bad answer from " + address + ": found no JSON, expected the list of files; is HF_ENDPOINT a hub?",
                    e);
        }
    }

    /**
     * Asks for a file.
     *
     * @param from the first byte that is wanted; the answer is the whole file with status 200, or the rest with 206
     */
    HttpResponse<InputStream> file(HubSnapshot snapshot, HubFile file, long from) throws IOException {
        String path = "/datasets/" + encoded(snapshot.dataset().id()) + "/resolve/" + snapshot.commit() + "/";
        return get(address(path + encoded(file.path())), from);
    }

    HubSettings settings() {
        return settings;
    }

    private HttpResponse<InputStream> get(URI first, long from) throws IOException {
        URI address = first;
        for (int i = 0; i < MOST_REDIRECTIONS; i++) {
            HttpResponse<InputStream> response = send(address, from);
            String location = response.headers().firstValue("Location").orElse("");
            if (response.statusCode() / 100 != 3 || location.isEmpty()) {
                return response;
            }
            response.body().close();
            address = redirected(address, location);
        }
        throw new HubException("Too many redirections from " + first + ": more than " + MOST_REDIRECTIONS);
    }

    private static URI redirected(URI address, String location) {
        URI next = address.resolve(location.replace(" ", "%20"));
        boolean downgrade = "https".equals(address.getScheme()) && !"https".equals(next.getScheme());
        if (downgrade || (!"http".equals(next.getScheme()) && !"https".equals(next.getScheme()))) {
            throw new HubException(
                    "Bad redirection from " + address + ": found " + next + ", expected an https address");
        }
        return next;
    }

    private HttpResponse<InputStream> send(URI address, long from) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).timeout(ANSWERING).header("User-Agent", "lichen");
        if (settings.token() != null && isHub(address)) {
            request.header("Authorization", "Bearer " + settings.token());
        }
        if (from > 0) {
            request.header("Range", "bytes=" + from + "-");
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HubException("Interrupted while asking " + address.getHost(), e);
        }
    }

    private boolean isHub(URI address) {
        URI hub = settings.endpoint();
        return Objects.equals(hub.getScheme(), address.getScheme())
                && Objects.equals(hub.getHost(), address.getHost())
                && hub.getPort() == address.getPort();
    }

    private URI address(String path) {
        return URI.create(settings.endpoint() + path);
    }

    private static String encoded(String path) {
        return Arrays.stream(path.split("/", -1)).map(HubClient::encodedWhole).collect(Collectors.joining("/"));
    }

    private static String encodedWhole(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
