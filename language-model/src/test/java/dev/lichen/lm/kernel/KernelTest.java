package dev.lichen.lm.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KernelTest {
    private static Kernel compile(String factor) {
        return Kernel.compile(KernelTest.class, "scale.torchscript", Map.of("FACTOR", factor), Device.cpu());
    }

    @Test
    void constantsEnterTheSource() {
        try (Kernel kernel = compile("3.0");
                NDManager scope = NDManager.newBaseManager(Device.cpu(), "PyTorch")) {
            KernelArguments arguments = new KernelArguments().tensor(scope.create(new float[] {1, 2}));
            assertEquals(6, kernel.infer(scope, "scaled", arguments).get(0).toFloatArray()[1]);
        }
    }

    @Test
    void listsKeepTheirOrder() {
        try (Kernel kernel = compile("1.0");
                NDManager scope = NDManager.newBaseManager(Device.cpu(), "PyTorch")) {
            KernelArguments arguments = new KernelArguments().list(List.of(scope.create(10f), scope.create(4f)));
            assertEquals(6, kernel.infer(scope, "difference", arguments).get(0).toFloatArray()[0]);
        }
    }

    @Test
    void aFaultInTheSourceNamesItsLine() {
        Exception e = assertThrows(ai.djl.engine.EngineException.class, () -> compile("no_such_name"));
        assertTrue(String.valueOf(e.getMessage()).contains("no_such_name"), e.getMessage());
    }
}
