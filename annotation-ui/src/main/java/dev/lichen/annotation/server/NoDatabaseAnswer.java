package dev.lichen.annotation.server;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers calls while the database does not: the caller keeps what it has and tries again. */
@RestControllerAdvice
final class NoDatabaseAnswer {

    private static final Logger LOG = LoggerFactory.getLogger(NoDatabaseAnswer.class);
    private static final String RETRY_SECONDS = "5";

    @ExceptionHandler
    ResponseEntity<Map<String, String>> unavailable(DataAccessException gone) {
        LOG.warn("The database does not answer: {}", gone.getMessage());
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header("Retry-After", RETRY_SECONDS)
                .body(Map.of("message", "The database does not answer; nothing was changed. Try again."));
    }
}
