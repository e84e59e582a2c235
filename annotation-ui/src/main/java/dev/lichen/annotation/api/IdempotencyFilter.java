package dev.lichen.annotation.api;

import dev.lichen.annotation.api.IdempotentAnswers.Kept;
import dev.lichen.annotation.project.ProjectException;
import dev.lichen.annotation.store.Database;
import dev.lichen.annotation.work.UploadedFile;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Makes a call with an {@code Idempotency-Key} happen once: what it does and what it was answered are one transaction, and
 * the same call again gets the same answer.
 */
final class IdempotencyFilter extends OncePerRequestFilter {

    static final String KEY = "Idempotency-Key";

    private static final Pattern WELL_FORMED = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final Set<String> CHANGING = Set.of("POST", "PUT", "DELETE");

    private final Database database;
    private final IdempotentAnswers answers;

    IdempotencyFilter(Database database, IdempotentAnswers answers) {
        this.database = database;
        this.answers = answers;
    }

    /** Undoes what a refused call began. */
    private static final class RefusedException extends RuntimeException {}

    /** Carries an exception of the servlets out of the transaction. */
    private static final class FailedException extends RuntimeException {

        private final ServletException failure;

        FailedException(ServletException failure) {
            super(failure);
            this.failure = failure;
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = request.getHeader(KEY);
        if (key == null || !CHANGING.contains(request.getMethod())) {
            chain.doFilter(request, response);
        } else if (!WELL_FORMED.matcher(key).matches()) {
            Problem.write(
                    response, HttpStatus.BAD_REQUEST, "Bad " + KEY + ": expected 1 to 200 visible ASCII characters");
        } else {
            try (UploadedFile body =
                    UploadedFile.of("body", request.getContentLengthLong(), request.getInputStream())) {
                once(key, new RepeatableRequest(request, body), response, chain);
            } catch (ProjectException tooLarge) {
                Problem.write(response, HttpStatus.CONTENT_TOO_LARGE, String.valueOf(tooLarge.getMessage()));
            }
        }
    }

    private void once(String key, RepeatableRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ContentCachingResponseWrapper caught = new ContentCachingResponseWrapper(response);
        String hash = request.sha256();
        Supplier<Optional<Kept>> call = () -> {
            Optional<Kept> known = answers.begin(Caller.token().id(), key, hash);
            if (known.isEmpty()) {
                answer(key, request, caught, chain);
            }
            return known;
        };
        try {
            Optional<Kept> known =
                    ItemRoutes.isImport(request) ? database.largeTransaction(call) : database.transaction(call);
            known.ifPresent(kept -> repeat(kept, hash, caught));
        } catch (RefusedException refused) {
            logger.debug("A refused call was undone", refused);
        } catch (FailedException failed) {
            throw failed.failure;
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
        caught.copyBodyToResponse();
    }

    private void answer(
            String key, RepeatableRequest request, ContentCachingResponseWrapper caught, FilterChain chain) {
        UUID token = Caller.token().id();
        try {
            chain.doFilter(request, caught);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new FailedException(e);
        }
        if (caught.getStatus() >= HttpStatus.BAD_REQUEST.value()) {
            throw new RefusedException();
        }
        String body = new String(caught.getContentAsByteArray(), StandardCharsets.UTF_8);
        answers.finish(token, key, caught.getStatus(), String.valueOf(caught.getContentType()), body);
    }

    private static void repeat(Kept kept, String hash, HttpServletResponse response) {
        try {
            if (!kept.requestSha256().equals(hash)) {
                Problem.write(
                        response,
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "The " + KEY + " was used for another call: expected the same call, or another key");
                return;
            }
            response.setStatus(kept.status());
            response.setContentType(kept.contentType());
            response.setHeader("Idempotency-Replayed", "true");
            response.getOutputStream().write(kept.body().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
