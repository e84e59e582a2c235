package dev.lichen.annotation.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes messages, or answers with another status. */
final class Receiver implements AutoCloseable {

    /** What came. */
    record Message(String event, String delivery, long timestamp, String signature, String body) {}

    final List<Message> messages = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile int status = 204;

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    void answers(int newStatus) {
        status = newStatus;
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook?a=b";
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = exchange.getRequestHeaders();
            messages.add(new Message(
                    headers.getFirst("Lichen-Event"),
                    headers.getFirst("Lichen-Delivery"),
                    Long.parseLong(headers.getFirst("Lichen-Timestamp")),
                    headers.getFirst("Lichen-Signature"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(status, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
