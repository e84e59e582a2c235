package dev.lichen.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.lichen.FileAccessException;
import dev.lichen.lm.checkpoint.AtomicWrite;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/**
 * Appends JSON objects to a file, one a line, each beginning with the number of its step.
 *
 * <p>A line is with the operating system when {@link #append} returns, so killing the process loses none; a line that
 * could not be written whole is taken back.
 */
public final class AppendedLines {

    /** The key that every line begins with. */
    public static final String STEP = "step";

    private final Path file;

    /** Appends to this file, which is made with the first line. */
    public AppendedLines(Path file) {
        this.file = file;
    }

    /**
     * Appends one line.
     *
     * @param line what Jackson can write, {@value #STEP} first
     * @throws FileAccessException if the disk refuses; the earlier lines are as they were
     */
    public void append(Map<String, ?> line) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(Json.line(line) + "\n");
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.WRITE)) {
            appendWhole(channel, bytes);
        } catch (IOException e) {
            throw new FileAccessException("write", file, e);
        }
    }

    private static void appendWhole(FileChannel channel, ByteBuffer bytes) throws IOException {
        long length = channel.size();
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            takeBack(channel, length, e);
            throw e;
        }
    }

    private static void takeBack(FileChannel channel, long length, IOException cause) {
        try {
            channel.truncate(length);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    /**
     * Drops the lines after a step, and a last line that is not whole, so that a run that goes on from a checkpoint of
     * this step writes what an uninterrupted one would have.
     */
    public void keepUpTo(long step) {
        if (!Files.exists(file)) {
            return;
        }
        try {
            String text = Files.readString(file);
            List<String> kept =
                    text.lines().takeWhile(line -> isUpTo(step, line)).toList();
            AtomicWrite.file(file, path -> Files.write(path, kept));
        } catch (IOException e) {
            throw new FileAccessException("shorten", file, e);
        }
    }

    private static boolean isUpTo(long step, String line) {
        try {
            JsonNode number = Json.parse(line).get(STEP);
            return number != null && number.asLong() <= step;
        } catch (JsonProcessingException notWhole) {
            return false;
        }
    }
}
