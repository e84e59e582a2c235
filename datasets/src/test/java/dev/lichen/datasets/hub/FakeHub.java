package dev.lichen.datasets.hub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that behaves like the hub: a list of files, small ones from itself, large ones from another host. */
final class FakeHub implements AutoCloseable {

    static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
    static final String GATED = "open/gated";
    static final String PRIVATE = "open/private";

    final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    final AtomicInteger cutsLeft = new AtomicInteger();
    final AtomicInteger stallsLeft = new AtomicInteger();
    final AtomicInteger failuresLeft = new AtomicInteger();
    final Map<String, byte[]> served = new ConcurrentHashMap<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer hub;
    private final HttpServer store;

    FakeHub() throws IOException {
        hub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        store = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hub.createContext("/", this::answer);
        store.createContext("/", this::deliver);
        hub.setExecutor(threads);
        store.setExecutor(threads);
        hub.start();
        store.start();
    }

    URI endpoint() {
        return URI.create("http://" + hub.getAddress().getHostString() + ":"
                + hub.getAddress().getPort());
    }

    /** Adds a file; those that end in {@code .parquet} are large in the hub's sense. */
    void add(String path, byte[] content) {
        files.put(path, content);
        served.put(path, content);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String token = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        requests.add("hub " + path + " " + token);
        if (failuresLeft.getAndDecrement() > 0) {
            reply(exchange, 503, "busy".getBytes(StandardCharsets.UTF_8));
        } else if (path.contains(GATED) && path.contains("/resolve/")) {
            exchange.getResponseHeaders().add("X-Error-Code", "GatedRepo");
            reply(exchange, token.equals("null") ? 401 : 403, new byte[0]);
        } else if (path.contains(PRIVATE)) {
            reply(exchange, token.equals("null") ? 401 : 404, new byte[0]);
        } else if (path.startsWith("/api/datasets/") && !path.endsWith("/revision/main")) {
            exchange.getResponseHeaders().add("X-Error-Code", "RevisionNotFound");
            reply(exchange, 404, new byte[0]);
        } else if (path.startsWith("/api/")) {
            reply(exchange, 200, list().getBytes(StandardCharsets.UTF_8));
        } else {
            resolve(exchange, path.substring(path.indexOf(COMMIT) + COMMIT.length() + 1));
        }
    }

    private void resolve(HttpExchange exchange, String file) throws IOException {
        if (!file.endsWith(".parquet")) {
            content(exchange, served.get(file));
            return;
        }
        exchange.getResponseHeaders().add("X-Linked-Etag", "\"" + sha256(files.get(file)) + "\"");
        String host = "http://" + store.getAddress().getHostString() + ":"
                + store.getAddress().getPort();
        exchange.getResponseHeaders().add("Location", host + "/" + file + "?signature=s");
        reply(exchange, 302, new byte[0]);
    }

    private void deliver(HttpExchange exchange) throws IOException {
        requests.add("store " + exchange.getRequestURI().getPath() + " "
                + exchange.getRequestHeaders().getFirst("Authorization") + " "
                + exchange.getRequestHeaders().getFirst("Range"));
        content(exchange, served.get(exchange.getRequestURI().getPath().substring(1)));
    }

    private void content(HttpExchange exchange, byte[] content) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
        if (from >= content.length && range != null) {
            reply(exchange, 416, new byte[0]);
            return;
        }
        byte[] rest = Arrays.copyOfRange(content, from, content.length);
        boolean stall = stallsLeft.getAndDecrement() > 0;
        if (stall || cutsLeft.getAndDecrement() > 0) {
            exchange.sendResponseHeaders(range == null ? 200 : 206, rest.length);
            OutputStream body = exchange.getResponseBody();
            body.write(rest, 0, rest.length / 2);
            body.flush();
            if (stall) {
                awaitClose();
            }
            exchange.close();
            return;
        }
        reply(exchange, range == null ? 200 : 206, rest);
    }

    private static void reply(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (OutputStream output = exchange.getResponseBody()) {
            output.write(body);
        }
    }

    private String list() {
        List<String> siblings = new ArrayList<>();
        files.forEach((path, content) -> siblings.add("{\"rfilename\":\"" + path + "\",\"size\":" + content.length
                + (path.endsWith(".parquet")
                        ? ",\"lfs\":{\"sha256\":\"" + sha256(content) + "\",\"size\":" + content.length + "}"
                        : ",\"blobId\":\"" + blob(content) + "\"")
                + "}"));
        return "{\"id\":\"open/pairs\",\"sha\":\"" + COMMIT + "\",\"siblings\":[" + String.join(",", siblings) + "]}";
    }

    private static String sha256(byte[] content) {
        return digest("SHA-256", content);
    }

    private static String blob(byte[] content) {
        byte[] head = ("blob " + content.length + "\0").getBytes(StandardCharsets.US_ASCII);
        byte[] whole = Arrays.copyOf(head, head.length + content.length);
        System.arraycopy(content, 0, whole, head.length, content.length);
        return digest("SHA-1", whole);
    }

    private static String digest(String algorithm, byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitClose() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        hub.stop(0);
        store.stop(0);
        threads.shutdownNow();
    }
}
