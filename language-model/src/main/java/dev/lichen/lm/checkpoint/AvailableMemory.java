package dev.lichen.lm.checkpoint;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Tells how much memory a process may still take without pushing others out. */
public final class AvailableMemory {

    private static final Path LINUX = Path.of("/proc/meminfo");
    private static final long KIBIBYTE = 1024;

    private AvailableMemory() {}

    /** Returns the bytes that are free, counting files' caches as free, within the limit of a container if there is one. */
    public static long bytes() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long machine = field(LINUX, "MemTotal").orElse(0);
        long free = field(LINUX, "MemAvailable").orElseGet(system::getFreeMemorySize);
        boolean limited = system.getTotalMemorySize() < machine;
        return limited ? Math.min(free, system.getFreeMemorySize()) : free;
    }

    /** Reads a line such as {@code MemAvailable:  21293620 kB}. */
    static OptionalLong field(Path file, String name) {
        if (!Files.isReadable(file)) {
            return OptionalLong.empty();
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name + ":"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIBIBYTE)
                    .findFirst();
        } catch (IOException e) {
            throw new CheckpointException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
