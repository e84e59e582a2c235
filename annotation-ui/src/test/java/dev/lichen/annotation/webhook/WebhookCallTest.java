package dev.lichen.annotation.webhook;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WebhookCallTest {

    private static final Duration LIMIT = Duration.ofMillis(500);

    /** Each of its bytes comes soon after the last, and the end never. */
    @Test
    void receiverThatAnswersByteByByteIsLeftWhenTheTimeIsOver() throws IOException, InterruptedException {
        try (ServerSocket receiver = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread slow = Thread.ofVirtual().start(() -> trickle(receiver));
            URI address = URI.create("http://127.0.0.1:" + receiver.getLocalPort() + "/");
            WebhookCall call = new WebhookCall(new PublicAddresses(true), LIMIT);
            SocketTimeoutException late =
                    assertThrows(SocketTimeoutException.class, () -> call.post(address, Map.of(), "{}"));
            assertTrue(String.valueOf(late.getMessage()).startsWith("no answer in"));
            slow.join();
        }
    }

    /** Sends a line that never ends, until the caller is gone. */
    private static void trickle(ServerSocket receiver) {
        try (Socket caller = receiver.accept()) {
            while (true) {
                caller.getOutputStream().write('H');
                Thread.sleep(Duration.ofMillis(20));
            }
        } catch (IOException gone) {
            // the caller closed, as it should
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
