package dev.lichen.annotation.job;

import dev.lichen.FileAccessException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads a file of lines that a process appends to, a piece at a time. */
final class RunLineFile {

    private static final int MOST_BYTES = 1 << 20;

    private final Path file;

    RunLineFile(Path file) {
        this.file = file;
    }

    /** Returns the whole lines from a place on; from the start where the file is shorter than that, as after a new start. */
    RunLines from(long place) {
        if (!Files.exists(file)) {
            return new RunLines(0, List.of(), 0);
        }
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            long start = place < 0 || place > open.length() ? 0 : place;
            byte[] piece = new byte[(int) Math.min(MOST_BYTES, open.length() - start)];
            open.seek(start);
            open.readFully(piece);
            int end = piece.length;
            while (end > 0 && piece[end - 1] != '\n') {
                end--;
            }
            List<String> lines =
                    new String(piece, 0, end, StandardCharsets.UTF_8).lines().toList();
            return new RunLines(start, lines, start + end);
        } catch (IOException e) {
            throw new FileAccessException("read", file, e);
        }
    }
}
