package dev.lichen.annotation.api;

import dev.lichen.annotation.store.Sha256;
import dev.lichen.annotation.work.UploadedFile;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Sends a file of a type that was set, or its rest for who has its beginning, with the checksum of the whole. */
final class SentFile {

    private static final Pattern REST = Pattern.compile("bytes=(\\d{1,18})-");

    private SentFile() {}

    static void send(UploadedFile file, HttpServletRequest request, HttpServletResponse response) throws IOException {
        long size = file.size();
        long from = from(request);
        response.setHeader("Repr-Digest", "sha-256=:" + digest(file) + ":");
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        if (from > 0 && from >= size) {
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + size);
            Problem.write(
                    response, HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE, "Bad range: the file has " + size + " bytes");
            return;
        }
        if (from > 0) {
            response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes " + from + "-" + (size - 1) + "/" + size);
        }
        response.setContentLengthLong(size - from);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(String.valueOf(file.path().getFileName()))
                        .build()
                        .toString());
        try (InputStream input = file.open(from)) {
            input.transferTo(response.getOutputStream());
        }
    }

    private static long from(HttpServletRequest request) {
        Matcher range = REST.matcher(
                Optional.ofNullable(request.getHeader(HttpHeaders.RANGE)).orElse(""));
        return range.matches() ? Long.parseLong(range.group(1)) : 0;
    }

    private static String digest(UploadedFile file) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream input = new DigestInputStream(file.open(0), digest)) {
            input.transferTo(OutputStream.nullOutputStream());
        }
        return Base64.getEncoder().encodeToString(digest.digest());
    }
}
