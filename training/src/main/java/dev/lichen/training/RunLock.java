package dev.lichen.training;

import dev.lichen.FileAccessException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps a second process out of a run folder; the operating system lets go of it when the process ends, however. */
final class RunLock implements AutoCloseable {

    private static final String NAME = ".lock";

    private final FileChannel channel;
    private final Path folder;

    private RunLock(FileChannel channel, Path folder) {
        this.channel = channel;
        this.folder = folder;
    }

    static RunLock acquire(Path folder) {
        try {
            FileChannel channel =
                    FileChannel.open(folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new RunDirectoryException(folder, "another process works on it; wait for it, or stop it");
            }
            return new RunLock(channel, folder);
        } catch (IOException e) {
            throw new FileAccessException("lock", folder, e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    static boolean isLockFile(Path path) {
        return path.endsWith(NAME);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new FileAccessException("unlock", folder, e);
        }
    }
}
