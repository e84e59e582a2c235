package dev.lichen.datasets.hub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** An annotation app with one project, which cuts connections and lies when it is asked to. */
final class FakeProject implements AutoCloseable {

    static final String TOKEN = "lichen_secret";

    final List<String> requests = new CopyOnWriteArrayList<>();
    final AtomicInteger cutsLeft = new AtomicInteger();
    private final HttpServer server;
    private volatile byte[] content = new byte[0];
    private volatile byte[] digested = new byte[0];
    private volatile String head = "";

    FakeProject() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    void holds(byte[] bytes, String hash) {
        content = bytes;
        digested = bytes;
        head = hash;
    }

    /** Announces the checksum of something else. */
    void lies() {
        digested = new byte[] {1};
    }

    ProjectAddress address() {
        return ProjectAddress.parse("http://127.0.0.1:" + server.getAddress().getPort() + "/prefix/projects/helpful");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        requests.add(exchange.getRequestURI() + " " + range);
        if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, 401, "{\"detail\":\"no\"}".getBytes(StandardCharsets.UTF_8), 15);
        } else if (exchange.getRequestURI().getPath().endsWith("/judgements/head")) {
            byte[] body = ("{\"seq\":7,\"hash\":\"" + head + "\"}").getBytes(StandardCharsets.UTF_8);
            send(exchange, 200, body, body.length);
        } else {
            sendContent(exchange, range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", "")));
        }
    }

    private void sendContent(HttpExchange exchange, int from) throws IOException {
        exchange.getResponseHeaders().set("Repr-Digest", "sha-256=:" + digest() + ":");
        if (from > 0 && from >= content.length) {
            send(exchange, 416, new byte[0], -1);
            return;
        }
        byte[] rest = Arrays.copyOfRange(content, from, content.length);
        boolean cut = cutsLeft.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        send(exchange, from > 0 ? 206 : 200, cut ? Arrays.copyOf(rest, rest.length / 2) : rest, rest.length);
    }

    private static void send(HttpExchange exchange, int status, byte[] body, long announced) throws IOException {
        exchange.sendResponseHeaders(status, announced);
        try (exchange) {
            exchange.getResponseBody().write(body);
            exchange.getResponseBody().flush();
        }
    }

    private String digest() {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(digested));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
