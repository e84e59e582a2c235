package dev.lichen.annotation.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.concurrent.atomic.AtomicBoolean;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** A disk for H2, which makes it by reflection, under {@code full:}, that takes nothing more while it is full. */
public final class FullDisk extends FilePathWrapper {

    static final String SCHEME = "full";
    static final AtomicBoolean FULL = new AtomicBoolean();

    /** Whether there is room again once one write was refused. */
    static final AtomicBoolean ONCE = new AtomicBoolean();

    static void register() {
        FilePath.register(new FullDisk());
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new File(getBase().open(mode));
    }

    private static void requireRoom() throws IOException {
        if (FULL.get()) {
            FULL.set(!ONCE.get());
            throw new IOException("No space left on device");
        }
    }

    /** A file on it. */
    private static final class File extends FileBaseDefault {
        private final FileChannel file;

        File(FileChannel file) {
            this.file = file;
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public synchronized int read(ByteBuffer target, long position) throws IOException {
            return file.read(target, position);
        }

        @Override
        public synchronized int write(ByteBuffer source, long position) throws IOException {
            requireRoom();
            return file.write(source, position);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            requireRoom();
            file.force(metaData);
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            file.truncate(size);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
