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
final class Download {

    private static final int BUFFER = 1 << 16;
    private static final int NO_SUCH_BYTE = 416;
    private static final int REST = 206;

    private final RemoteFile file;
    private final Patience patience;
    private final long total;

    /**
     * Creates the download of a file.
     *
     * @param total the bytes of all files of which this is one, for its progress; 0 if nobody knows
     */
    Download(RemoteFile file, Patience patience, long total) {
        this.file = file;
        this.patience = patience;
        this.total = total;
    }

    /** Returns whether the file had to be fetched. */
    boolean into(Path target, ReadProgress progress) {
        return into(target, target.resolveSibling("." + target.getFileName() + ".partial"), progress);
    }

    /**
     * Returns whether the file had to be fetched.
     *
     * @param partial what is there of it, which the next attempt goes on with
     */
    boolean into(Path target, Path partial, ReadProgress progress) {
        try {
            if (Files.isRegularFile(target) && isRight(target)) {
                progress.advance(Math.max(0, file.size()), total);
                return false;
            }
            Files.createDirectories(partial.toAbsolutePath().getParent());
            Checksum announced = complete(partial, progress);
            check(partial, announced);
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException e) {
            throw new FileAccessException("write", target, e);
        }
    }

    private boolean isRight(Path there) throws IOException {
        Checksum checksum = file.checksum();
        boolean size = !hasSize() || Files.size(there) == file.size();
        boolean known = hasSize() || checksum != null;
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
            progress.advance(before - told, total);
            Received received = new Received(progress, total, before);
            try {
                return append(partial, before, received);
            } catch (CutOffException e) {
                told = received.position();
                failures = received.position() > before ? 1 : failures + 1;
                if (failures == Patience.ATTEMPTS) {
                    throw givenUp(file.name(), e);
                }
                patience.pause(Patience.after(failures));
            }
        }
    }

    private @Nullable Checksum append(Path partial, long from, Received received) throws IOException {
        if (from > 0 && from == file.size() && file.checksum() != null) {
            return null;
        }
        if (hasSize() && from > file.size()) {
            Files.delete(partial);
            throw new CutOffException(new IOException("more bytes than the file has"));
        }
        HttpResponse<InputStream> response = ask(from);
        try (InputStream body = response.body();
                StallGuard guard = new StallGuard(body, patience.longestSilence())) {
            guard.watch(received::position);
            boolean rest = response.statusCode() == REST;
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
        return file.announced(response);
    }

    private HttpResponse<InputStream> ask(long from) throws CutOffException {
        try {
            HttpResponse<InputStream> response = file.ask(from);
            if (response.statusCode() == NO_SUCH_BYTE) {
                response.body().close();
                response = file.ask(0);
            }
            return response;
        } catch (IOException e) {
            throw new CutOffException(e);
        }
    }

    private boolean hasSize() {
        return file.size() != HubFile.UNKNOWN;
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

    private void check(Path partial, @Nullable Checksum announced) throws IOException {
        Checksum expected = file.checksum() == null ? announced : file.checksum();
        Checksum found = expected == null ? null : Checksum.of(partial, expected.kind());
        boolean size = !hasSize() || Files.size(partial) == file.size();
        if (!size || (expected != null && !expected.equals(found))) {
            String what = size ? String.valueOf(found) : Files.size(partial) + " bytes";
            Files.delete(partial);
            throw new HubException("Wrong content of " + file.name() + ": found " + what + ", expected "
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
