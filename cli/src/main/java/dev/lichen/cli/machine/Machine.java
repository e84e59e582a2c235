package dev.lichen.cli.machine;

import dev.lichen.FileAccessException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads what the operating system says about this machine and this process. */
public final class Machine {

    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
    private static final Path MEMORY_INFO = Path.of("/proc/meminfo");
    private static final Path PROCESS_STATUS = Path.of("/proc/self/status");
    private static final List<String> BFLOAT16_FLAGS = List.of("avx512_bf16", "amx_bf16", "bf16");
    private static final int KIBI = 1024;

    private Machine() {}

    /** Returns the operating system and the processor's architecture. */
    public static String platform() {
        return System.getProperty("os.name") + " " + System.getProperty("os.arch");
    }

    /** Returns how many threads run at a time. */
    public static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** Returns the bytes of memory of the machine, or of the container that this process may use. */
    public static long memory() {
        return operatingSystem().getTotalMemorySize();
    }

    /** Returns the bytes of memory that a process can still get, caches of files given up. */
    public static long availableMemory() {
        long available =
                value(MEMORY_INFO, "MemAvailable").map(Machine::kibibytes).orElse(Long.MAX_VALUE);
        return Math.min(memory(), available);
    }

    /** Returns the name of the processor, if the system tells. */
    public static Optional<String> processorName() {
        return value(CPU_INFO, "model name");
    }

    /** Returns the processor's bfloat16 instructions, or nothing where the system does not list instructions. */
    public static Optional<List<String>> bfloat16Instructions() {
        return value(CPU_INFO, "flags").or(() -> value(CPU_INFO, "Features")).map(Machine::bfloat16Flags);
    }

    private static List<String> bfloat16Flags(String flags) {
        List<String> all = Arrays.asList(flags.split(" ", -1));
        return BFLOAT16_FLAGS.stream().filter(all::contains).toList();
    }

    /** Returns the largest number of bytes of memory that this process has held, if the system tells. */
    public static Optional<Long> peakMemory() {
        return value(PROCESS_STATUS, "VmHWM").map(Machine::kibibytes);
    }

    private static long kibibytes(String text) {
        return Long.parseLong(text.replaceAll("\\D", "")) * KIBI;
    }

    /** Writes a number of bytes as people read it. */
    public static String gibibytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GiB", bytes / (double) (1L << 30));
    }

    private static com.sun.management.OperatingSystemMXBean operatingSystem() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
    }

    private static Optional<String> value(Path file, String key) {
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(key) && line.indexOf(':') > 0)
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip());
        } catch (IOException e) {
            throw new FileAccessException("read", file, e);
        }
    }
}
