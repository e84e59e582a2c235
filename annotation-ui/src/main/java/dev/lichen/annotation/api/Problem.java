package dev.lichen.annotation.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.LichenException;
import dev.lichen.annotation.account.NotAllowedException;
import dev.lichen.annotation.store.CanonicalJson;
import dev.lichen.annotation.work.UploadedFile;
import dev.lichen.datasets.DataFormatException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Makes the body of a refusal: {@code application/problem+json}, RFC 9457. */
final class Problem {

    private Problem() {}

    /** Returns the refusal that an exception asks for. */
    static ResponseEntity<byte[]> of(LichenException refusal) {
        HttpStatus status = switch (refusal) {
            case ApiException own -> own.status();
            case NotAllowedException _ -> HttpStatus.FORBIDDEN;
            default -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        ObjectNode body = body(status, UploadedFile.withoutFolder(String.valueOf(refusal.getMessage())));
        if (refusal instanceof DataFormatException fault) {
            body.put("file", String.valueOf(fault.place().file().getFileName()))
                    .put("line", fault.place().line());
        }
        return answer(status, body);
    }

    static ResponseEntity<byte[]> of(HttpStatus status, String detail) {
        return answer(status, body(status, detail));
    }

    /** Writes a refusal from a filter, before any route is reached. */
    static void write(HttpServletResponse response, HttpStatus status, String detail) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(bytes(body(status, detail)));
    }

    private static ResponseEntity<byte[]> answer(HttpStatus status, ObjectNode body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(bytes(body));
    }

    private static ObjectNode body(HttpStatus status, String detail) {
        return CanonicalJson.object()
                .put("type", "about:blank")
                .put("title", status.getReasonPhrase())
                .put("status", status.value())
                .put("detail", detail);
    }

    private static byte[] bytes(ObjectNode body) {
        return CanonicalJson.write(body).getBytes(StandardCharsets.UTF_8);
    }
}
