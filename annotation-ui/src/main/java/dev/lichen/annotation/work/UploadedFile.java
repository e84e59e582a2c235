package dev.lichen.annotation.work;

import dev.lichen.annotation.project.ProjectException;
import dev.lichen.annotation.project.ProjectRefusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file in a folder of its own, which is deleted with it; its name is kept for messages, its folder is never told. */
public final class UploadedFile implements AutoCloseable {

    /** How the names of the folders begin. */
    private static final String FOLDER = "lichen-upload-";

    /** More than a hundred thousand items; a larger file is split first. */
    private static final long LARGEST = 512L << 20;

    /** File systems take 255 bytes, and a letter may have four. */
    private static final int LONGEST_NAME = 60;

    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final Path path;

    private UploadedFile(Path folder, Path path) {
        this.folder = folder;
        this.path = path;
    }

    /** Makes an empty file of a name. */
    public static UploadedFile empty(String name) throws IOException {
        Path folder = Files.createTempDirectory(FOLDER);
        return new UploadedFile(folder, folder.resolve(plain(name)));
    }

    /**
     * Keeps a body as a file.
     *
     * @param announced how many bytes the sender says it has; negative if it does not say
     * @throws ProjectException if it is larger than 512 MiB; one that says so is not read
     */
    public static UploadedFile of(String name, long announced, InputStream body) throws IOException {
        requireFit(announced);
        UploadedFile file = empty(name);
        try (OutputStream output = Files.newOutputStream(file.path)) {
            copy(body, output);
            return file;
        } catch (IOException | ProjectException e) {
            file.close();
            throw e;
        }
    }

    /** Returns where the file is. */
    public Path path() {
        return path;
    }

    /** Opens the file for reading, from a byte on. */
    public InputStream open(long from) throws IOException {
        InputStream input = Files.newInputStream(path);
        input.skipNBytes(from);
        return input;
    }

    /** Returns how many bytes it has. */
    public long size() throws IOException {
        return Files.size(path);
    }

    /** Removes the folder from a message, which means nothing to its reader. */
    public static String withoutFolder(String message) {
        return message.replaceAll("\\S*" + FOLDER + "[^/\\\\]*[/\\\\]", "");
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
        Files.deleteIfExists(folder);
    }

    private static void copy(InputStream body, OutputStream output) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long all = 0;
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            all += read;
            requireFit(all);
            output.write(buffer, 0, read);
        }
    }

    private static void requireFit(long bytes) {
        if (bytes > LARGEST) {
            throw new ProjectException(ProjectRefusal.LARGE_FILE, LARGEST >> 20);
        }
    }

    /** Keeps letters, digits, dots and hyphens, and of a long name the end: no way out of the folder. */
    private static String plain(String name) {
        String last = name.replaceAll("(?s).*[/\\\\]", "").replaceAll("[^\\p{L}\\p{N}._-]", "_");
        int[] kept = last.codePoints()
                .skip(Math.max(0, last.codePointCount(0, last.length()) - LONGEST_NAME))
                .toArray();
        String end = new String(kept, 0, kept.length);
        return end.isBlank() || end.startsWith(".") ? "file.jsonl" : end;
    }
}
