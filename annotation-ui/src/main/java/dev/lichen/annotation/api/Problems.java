package dev.lichen.annotation.api;

import dev.lichen.LichenException;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Answers what goes wrong in a call with a problem document, before Spring answers some of it in words of its own. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(basePackageClasses = Problems.class)
final class Problems {

    @ExceptionHandler
    ResponseEntity<byte[]> refuse(LichenException refusal) {
        return Problem.of(refusal);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refuse(MethodArgumentTypeMismatchException refusal) {
        return Problem.of(
                HttpStatus.BAD_REQUEST,
                "Bad " + refusal.getName() + ": found \"" + refusal.getValue() + "\", expected another kind of value");
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refuse(MissingServletRequestParameterException refusal) {
        return Problem.of(HttpStatus.BAD_REQUEST, "Missing parameter: expected " + refusal.getParameterName());
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refuse(DataAccessException fault) {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "The database does not answer: try again in a while");
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refuse(IOException fault) {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "A file cannot be read or written: is the disk full?");
    }
}
