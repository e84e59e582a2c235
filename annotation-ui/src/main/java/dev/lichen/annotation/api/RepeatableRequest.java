package dev.lichen.annotation.api;

import dev.lichen.annotation.store.Sha256;
import dev.lichen.annotation.work.UploadedFile;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** A request whose body was kept, so that it can be compared and then be read. */
final class RepeatableRequest extends HttpServletRequestWrapper {

    private final UploadedFile body;

    RepeatableRequest(HttpServletRequest request, UploadedFile body) {
        super(request);
        this.body = body;
    }

    /** Returns the hash of what is asked for: method, address and body. */
    String sha256() throws IOException {
        MessageDigest digest = Sha256.digest();
        String call = getMethod() + " " + getRequestURI() + "?" + getQueryString() + "\n";
        digest.update(call.getBytes(StandardCharsets.UTF_8));
        try (InputStream input = new DigestInputStream(body.open(0), digest)) {
            input.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new KeptStream(body.open(0));
    }

    /** Reads what was kept as a servlet's stream. */
    private static final class KeptStream extends ServletInputStream {

        private final InputStream input;

        KeptStream(InputStream input) {
            this.input = input;
        }

        @Override
        public int read() throws IOException {
            return input.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return input.read(buffer, offset, length);
        }

        @Override
        public void close() throws IOException {
            input.close();
        }

        @Override
        public boolean isFinished() {
            try {
                return input.available() == 0;
            } catch (IOException e) {
                return true;
            }
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("calls are read as they come, not asynchronously");
        }
    }
}
