package dev.lichen.lm.checkpoint;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Maps a weight file into memory, read-only; the mapping ends when nothing refers to it any more.
 *
 * @param file the file, for messages
 * @param bytes its content
 */
record MappedFile(Path file, MemorySegment bytes) {

    private static final String LFS_POINTER = "version https://git-lfs";

    /** Maps a file, refusing one that is missing, empty, or a Git LFS pointer in place of the file it stands for. */
    static MappedFile open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw CheckpointException.at(file, "no file", "a file of weights");
        }
        try (FileChannel channel = FileChannel.open(file)) {
            MappedFile mapped =
                    new MappedFile(file, channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto()));
            mapped.refuseForeignContent();
            return mapped;
        } catch (IOException e) {
            throw new CheckpointException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    long size() {
        return bytes.byteSize();
    }

    /** Returns a little-endian view of part of the file, at most 2 GiB long. */
    ByteBuffer slice(long from, long length) {
        if (length > Integer.MAX_VALUE) {
            throw CheckpointException.at(file, "a tensor of " + length + " bytes", "at most 2 GiB for one tensor");
        }
        return bytes.asSlice(from, length).asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    private void refuseForeignContent() {
        if (size() == 0) {
            throw CheckpointException.at(file, "an empty file", "a file of weights");
        }
        int length = (int) Math.min(size(), LFS_POINTER.length());
        String start = StandardCharsets.ISO_8859_1.decode(slice(0, length)).toString();
        if (start.equals(LFS_POINTER)) {
            throw CheckpointException.at(
                    file, "a Git LFS pointer", "the weights it points to (git lfs pull fetches them)");
        }
    }
}
