package dev.lichen.ppo;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/** Reads how many bytes the C library has handed out, tensors among them; needs glibc 2.33 or newer. */
final class NativeMemory {

    private static final int FIELDS = 10;
    private static final int MAPPED = 4; // hblkhd
    private static final int IN_USE = 7; // uordblks
    private static final MemoryLayout MALLINFO =
            MemoryLayout.structLayout(MemoryLayout.sequenceLayout(FIELDS, ValueLayout.JAVA_LONG));

    private NativeMemory() {}

    /** The bytes in use, absent where the C library cannot say. */
    @SuppressWarnings("restricted") // the one native function is the C library's own, with its documented signature
    static Optional<Long> inUse() {
        Linker linker = Linker.nativeLinker();
        return linker.defaultLookup()
                .find("mallinfo2")
                .map(address -> linker.downcallHandle(address, FunctionDescriptor.of(MALLINFO)))
                .map(NativeMemory::call);
    }

    private static long call(MethodHandle mallinfo) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment info = (MemorySegment) mallinfo.invokeExact((SegmentAllocator) arena);
            return info.getAtIndex(ValueLayout.JAVA_LONG, MAPPED) + info.getAtIndex(ValueLayout.JAVA_LONG, IN_USE);
        } catch (Throwable e) {
            throw new IllegalStateException("mallinfo2 failed", e);
        }
    }
}
