package dev.lichen.annotation.webhook;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts a message over HTTP/1.1 to an address that was checked, and reads the status of the answer and nothing else.
 *
 * <p>The JDK's client looks a host up by itself; this connects to the very address that {@link PublicAddresses} let pass.
 * Redirections are not followed.
 */
final class WebhookCall {

    /** How long a call may take, from its first byte to the status of the answer. */
    static final Duration USUAL_LIMIT = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(WebhookCall.class);
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})(?: .*)?");
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final PublicAddresses addresses;
    private final Duration limit;

    /** Creates calls that take so long at most. */
    WebhookCall(PublicAddresses addresses, Duration limit) {
        this.addresses = addresses;
        this.limit = limit;
    }

    /**
     * Posts JSON and returns the status of the answer.
     *
     * @throws WebhookException if the address must not be called
     * @throws IOException if it cannot be reached, or has not answered when the time is over
     */
    int post(URI to, Map<String, String> headers, String body) throws IOException {
        InetAddress address = addresses.of(to.getHost());
        try (Socket plain = new Socket()) {
            long begun = System.nanoTime();
            CompletableFuture<Void> deadline = closing(plain);
            try {
                return call(plain, address, to, headers, body);
            } catch (IOException failure) {
                boolean late = System.nanoTime() - begun >= limit.toNanos();
                throw late ? new SocketTimeoutException("no answer in " + limit.toSeconds() + " s") : failure;
            } finally {
                deadline.cancel(false);
            }
        }
    }

    /** A limit on each wait alone would let a receiver that sends a byte now and then keep all others waiting. */
    private CompletableFuture<Void> closing(Socket socket) {
        Executor later = CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS);
        return CompletableFuture.runAsync(() -> close(socket), later);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("A call that took too long could not be closed", e);
        }
    }

    private int call(Socket plain, InetAddress address, URI to, Map<String, String> headers, String body)
            throws IOException {
        boolean secure = to.getScheme().equals("https");
        int port = to.getPort() >= 0 ? to.getPort() : secure ? HTTPS : HTTP;
        plain.connect(new InetSocketAddress(address, port), (int) limit.toMillis());
        if (!secure) {
            return talk(plain, to, headers, body);
        }
        try (Socket sealed = sealed(plain, to.getHost(), port)) {
            return talk(sealed, to, headers, body);
        }
    }

    /** The certificate must be that of the host by name. */
    private static Socket sealed(Socket plain, String host, int port) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket socket = (SSLSocket) factory.createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static int talk(Socket socket, URI to, Map<String, String> headers, String body) throws IOException {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder("POST " + target(to) + " HTTP/1.1\r\n");
        head.append("Host: ").append(to.getRawAuthority()).append("\r\n");
        head.append("Content-Type: application/json\r\nConnection: close\r\nUser-Agent: lichen\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(content.length).append("\r\n\r\n");
        OutputStream output = socket.getOutputStream();
        output.write(head.toString().getBytes(StandardCharsets.US_ASCII));
        output.write(content);
        output.flush();
        return status(socket);
    }

    private static int status(Socket socket) throws IOException {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1), 256);
        StringBuilder line = new StringBuilder();
        for (int c = reader.read(); c >= 0 && c != '\r' && c != '\n' && line.length() < 200; c = reader.read()) {
            line.append((char) c);
        }
        Matcher status = STATUS.matcher(line);
        if (!status.matches()) {
            throw new IOException("the receiver does not speak HTTP");
        }
        return Integer.parseInt(status.group(1));
    }

    private static String target(URI to) {
        String path = to.getRawPath() == null || to.getRawPath().isEmpty() ? "/" : to.getRawPath();
        return to.getRawQuery() == null ? path : path + "?" + to.getRawQuery();
    }
}
