package dev.lichen.cli.data;

import dev.lichen.FileAccessException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes pages, whole or not at all. */
public final class PageFiles {

    private PageFiles() {}

    /** Writes a page beside the target and moves it there; the folder is made if need be. */
    public static void write(Path target, String page) {
        Path absolute = target.toAbsolutePath();
        Path temporary = absolute.resolveSibling("." + absolute.getFileName() + ".partial");
        try {
            Files.createDirectories(temporary.getParent());
            Files.writeString(temporary, page);
            Files.move(temporary, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new FileAccessException("write", target, e);
        }
    }
}
