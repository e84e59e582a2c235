package dev.lichen.datasets.hub;

import dev.lichen.FileAccessException;
import dev.lichen.datasets.files.ReadProgress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Fetches one file: goes on where it was cut off, checks size and checksum, and only then puts it in its place. */
final class HubDownload {

    private static final int BUFFER = 1 << 16;

    private final HubClient client;
    private final Patience patience;
    private final HubSnapshot snapshot;
    private final HubFile file;

    HubDownload(HubClient client, Patience patience, HubSnapshot snapshot, HubFile file) {
        this.client = client;
        this.patience = patience;
        this.snapshot = snapshot;
        this.file = file;
    }

    /** Returns whether the file had to be fetched. */
    boolean into(Path folder, ReadProgress progress) {
        Path target = target(folder);
        try {
            if (Files.isRegularFile(target) && isRight(target)) {
                progress.advance(Math.max(0, file.size()), snapshot.bytes());
                return false;
            }
            Path partial = target.resolveSibling("." + target.getFileName() + ".partial");
            Files.createDirectories(partial.toAbsolutePath().getParent());
            Checksum announced = complete(partial, progress);
            check(partial, announced);
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException e) {
            throw new FileAccessException("write", target, e);
        }
    }

    /** Refuses a path that leads out of the folder; what a server says is not to be trusted. */
    private Path target(Path folder) {
        Path target = folder.resolve(file.path()).normalize();
        if (file.path().isEmpty() || !target.startsWith(folder.normalize()) || target.equals(folder.normalize())) {
            throw new HubException("Bad file name of dataset "
                    + snapshot.dataset().id() + ": found \"" + file.path() + "\", expected a path below the dataset");
        }
        return target;
    }

    private boolean isRight(Path there) throws IOException {
        Checksum checksum = file.checksum();
        boolean size = !file.hasSize() || Files.size(there) == file.size();
        boolean known = file.hasSize() || checksum != null;
        return known
                && size
                && (checksum == null || Checksum.of(there, checksum.kind()).equals(checksum));
    }

    /** Fetches until all bytes are there; returns the checksum that the server announced with them. */
    private @Nullable Checksum complete(Path partial, ReadProgress progress) throws IOException {
        long told = 0;
        int failures = 0;
        while (true) {
            long before = Files.exists(partial) ? Files.size(partial) : 0;
            progress.advance(before - told, snapshot.bytes());
            Received received = new Received(progress, snapshot.bytes(), before);
            try {
                return append(partial, before, received);
            } catch (CutOffException e) {
                told = received.position();
                failures = received.position() > before ? 1 : failures + 1;
                if (failures == Patience.ATTEMPTS) {
                    throw givenUp(file.path(), e);
                }
                patience.pause(Patience.after(failures));
            }
        }
    }

    private @Nullable Checksum append(Path partial, long from, Received received) throws IOException {
        if (from > 0 && from == file.size() && file.checksum() != null) {
            return null;
        }
        if (file.hasSize() && from > file.size()) {
            Files.delete(partial);
            throw new CutOffException(new IOException("more bytes than the file has"));
        }
        HttpResponse<InputStream> response = ask(from);
        try (InputStream body = response.body();
                StallGuard guard = new StallGuard(body, patience.longestSilence())) {
            guard.watch(received::position);
            boolean rest = response.statusCode() == 206;
            received.startAt(rest ? from : 0);
            try (OutputStream output = Files.newOutputStream(
                    partial,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    rest ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING)) {
                copy(body, output, received);
            }
        }
        if (received.position() < file.size()) {
            throw new CutOffException(new IOException(
                    "the connection ended after " + received.position() + " of " + file.size() + " bytes"));
        }
        return announced(response);
    }

    private HttpResponse<InputStream> ask(long from) throws CutOffException {
        try {
            HttpResponse<InputStream> response = client.file(snapshot, file, from);
            if (response.statusCode() == 416) {
                response.body().close();
                response = client.file(snapshot, file, 0);
            }
            HubFailures.refuse(response, client.settings(), snapshot.dataset(), "file " + file.path());
            return response;
        } catch (IOException e) {
            throw new CutOffException(e);
        }
    }

    private static void copy(InputStream body, OutputStream output, Received received) throws IOException {
        byte[] buffer = new byte[BUFFER];
        while (true) {
            int read;
            try {
                read = body.read(buffer);
            } catch (IOException e) {
                throw new CutOffException(e);
            }
            if (read < 0) {
                return;
            }
            output.write(buffer, 0, read);
            received.advance(read);
        }
    }

    /** The hub names large files by their SHA-256 in an entity tag. */
    private static @Nullable Checksum announced(HttpResponse<InputStream> response) {
        String tag = response.headers()
                .firstValue("X-Linked-Etag")
                .or(() -> response.headers().firstValue("ETag"))
                .orElse("")
                .replace("W/", "")
                .replace("\"", "");
        return Checksum.SHA256_FORM.matcher(tag).matches() ? new Checksum(Checksum.Kind.SHA_256, tag) : null;
    }

    private void check(Path partial, @Nullable Checksum announced) throws IOException {
        Checksum expected = file.checksum() == null ? announced : file.checksum();
        Checksum found = expected == null ? null : Checksum.of(partial, expected.kind());
        boolean size = !file.hasSize() || Files.size(partial) == file.size();
        if (!size || (expected != null && !expected.equals(found))) {
            String what = size ? String.valueOf(found) : Files.size(partial) + " bytes";
            Files.delete(partial);
            throw new HubException("Wrong content of " + file.path() + " of dataset "
                    + snapshot.dataset().id() + ": found " + what + ", expected "
                    + (size ? String.valueOf(expected) : file.size() + " bytes") + "; run the command again");
        }
    }

    static HubException givenUp(String what, IOException e) {
        Throwable cause = e instanceof CutOffException && e.getCause() != null ? e.getCause() : e;
        String reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new HubException(
                "Cannot reach " + what + ": " + reason + " (after " + Patience.ATTEMPTS
                        + " attempts; the same command goes on from here)",
                e);
    }

    /** A failure of the network, which another attempt may mend; failures of the disk are not. */
    private static final class CutOffException extends IOException {

        CutOffException(IOException cause) {
            super(cause);
        }
    }
}
