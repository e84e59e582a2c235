package dev.lichen.cli.command;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.util.Utils;
import ai.djl.util.cuda.CudaUtils;
import dev.lichen.LichenException;
import dev.lichen.cli.machine.Machine;
import dev.lichen.cli.stage.Versions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says what is installed, which device will be used, what is missing, and what to do about it. */
@Command(
        name = "doctor",
        description = "Say what is installed, which device will be used, and what is missing.",
        footer = {"", "Example:", "  lichen doctor --json"})
final class DoctorCommand implements Callable<Integer> {

    private static final long ENOUGH_MEMORY = 4L << 30;
    private static final long ENOUGH_DISK = 2L << 30;
    private static final int NEEDED_JAVA = 25;

    @Mixin
    private Printer printer = new Printer();

    @Override
    public Integer call() {
        List<Check> checks = new ArrayList<>(List.of(program(), java(), processor(), bfloat16(), memory(), disk()));
        checks.addAll(engine());
        checks.add(cuda());
        printer.print(checks, table(checks));
        boolean broken = checks.stream().anyMatch(check -> check.state() == Check.State.FAILURE);
        return broken ? LichenException.USER_ERROR : 0;
    }

    private static String table(List<Check> checks) {
        TextTable table = new TextTable("", "state", "found", "what to do");
        checks.forEach(check -> table.row(check.name(), check.state().name(), check.found(), check.advice()));
        return table.text();
    }

    private static Check program() {
        return Check.ok("lichen", Versions.ofProgram());
    }

    private static Check java() {
        String found = Runtime.version() + ", " + System.getProperty("java.vendor");
        return Check.of(
                Runtime.version().feature() >= NEEDED_JAVA, "java", found, "install JDK " + NEEDED_JAVA + " or newer");
    }

    private static Check processor() {
        String name = Machine.processorName().orElse("unknown processor");
        return Check.ok("processor", "%s, %d threads, %s".formatted(name, Machine.processors(), Machine.platform()));
    }

    private static Check bfloat16() {
        return Machine.bfloat16Instructions()
                .map(flags -> Check.of(
                        !flags.isEmpty(),
                        "bfloat16",
                        flags.isEmpty() ? "no instructions for it" : String.join(", ", flags),
                        "float32 is faster on this processor"))
                .orElse(Check.ok("bfloat16", "the system does not say"));
    }

    private static Check memory() {
        long memory = Machine.memory();
        String found =
                "%s, %s available".formatted(Machine.gibibytes(memory), Machine.gibibytes(Machine.availableMemory()));
        return Check.of(memory >= ENOUGH_MEMORY, "memory", found, "lichen quickstart wants 4 GiB");
    }

    private static Check disk() {
        Path here = Path.of("").toAbsolutePath();
        long free = here.toFile().getUsableSpace();
        return Check.of(
                free >= ENOUGH_DISK,
                "disk",
                Machine.gibibytes(free) + " free in " + here,
                "make room: a checkpoint of a small model takes 1 to 2 GiB");
    }

    /** Starts the engine, which loads the native libraries or says why it cannot. */
    private static List<Check> engine() {
        try {
            Engine engine = Engine.getEngine("PyTorch");
            return List.of(
                    Check.ok("engine", "PyTorch %s, DJL %s".formatted(engine.getVersion(), Engine.getDjlVersion())),
                    Check.ok("natives", natives()),
                    Check.ok("device", deviceName(engine.defaultDevice())));
        } catch (EngineException | LinkageError e) {
            return List.of(Check.failure(
                    "engine",
                    "the native libraries do not load: " + e.getMessage(),
                    "use a build for " + Machine.platform() + ", or set PYTORCH_LIBRARY_PATH"));
        }
    }

    private static String natives() {
        String override = Utils.getEnvOrSystemProperty("PYTORCH_LIBRARY_PATH", "");
        return override.isEmpty() ? Utils.getEngineCacheDir("pytorch").toString() : override;
    }

    private static String deviceName(Device device) {
        return device.isGpu() ? "cuda:" + device.getDeviceId() : "cpu";
    }

    private static Check cuda() {
        if (!CudaUtils.hasCuda()) {
            return Check.ok("cuda", "no CUDA runtime found; the CPU serves");
        }
        int gpus = CudaUtils.getGpuCount();
        String found = "CUDA %s, %d GPUs".formatted(CudaUtils.getCudaVersionString(), gpus);
        boolean usable = Engine.getEngine("PyTorch").getGpuCount() > 0;
        return Check.of(
                usable,
                "cuda",
                found,
                "the CPU build of PyTorch is loaded: with --device cuda:0 the CUDA build is fetched");
    }
}
