package dev.lichen.lm.kernel;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Calls the methods of one TorchScript class, compiled from a resource file.
 *
 * <p>Not thread-safe: a kernel and the tensors given to it belong to one thread at a time.
 */
public final class Kernel implements AutoCloseable {
    private static final String ENGINE = "PyTorch";
    private static final ThreadLocal<Boolean> PLAIN_EXECUTOR = ThreadLocal.withInitial(Kernel::usePlainExecutor);

    private final Model model;
    private final PtSymbolBlock block;

    private Kernel(Model model) {
        this.model = model;
        this.block = (PtSymbolBlock) model.getBlock();
    }

    /**
     * Compiles a kernel.
     *
     * @param owner the class beside which the resource lies
     * @param resource the file name of the source
     * @param constants what to put in for each {@code $NAME} in the source
     * @param device where tensors that the kernel makes by itself live
     * @throws IllegalStateException when the source does not compile; the message names its line
     */
    public static Kernel compile(Class<?> owner, String resource, Map<String, String> constants, Device device) {
        Engine.getEngine(ENGINE);
        PLAIN_EXECUTOR.get();
        byte[] archive = TorchScriptArchive.of(source(owner, resource, constants));
        Model model = Model.newInstance(resource, device, ENGINE);
        try {
            model.load(new ByteArrayInputStream(archive), Map.of());
            return new Kernel(model);
        } catch (IOException | MalformedModelException e) {
            model.close();
            throw new IllegalStateException(resource + " does not compile: " + e.getMessage(), e);
        }
    }

    /** Runs a method under inference mode: its results can never enter a gradient. */
    public NDList infer(NDManager scope, String method, KernelArguments arguments) {
        return call(scope, method, arguments, false);
    }

    /** Runs a method with gradients recorded. */
    public NDList differentiate(NDManager scope, String method, KernelArguments arguments) {
        return call(scope, method, arguments, true);
    }

    private NDList call(NDManager scope, String method, KernelArguments arguments, boolean gradients) {
        PLAIN_EXECUTOR.get();
        JniUtils.setGradMode(gradients);
        try (NDArray name = scope.create(0f)) {
            name.setName("module_method:" + method);
            NDList inputs = new NDList(name); // the first input's scope receives the results
            inputs.addAll(arguments.named());
            return IValueUtils.forward(block, inputs, gradients);
        }
    }

    private static String source(Class<?> owner, String resource, Map<String, String> constants) {
        String text = read(owner, resource);
        List<String> longestFirst = constants.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        for (String name : longestFirst) {
            text = text.replace("$" + name, constants.getOrDefault(name, ""));
        }
        return text;
    }

    private static String read(Class<?> owner, String resource) {
        try (InputStream in = owner.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("resource " + resource + " is missing beside " + owner.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The optimising executor specialises on shapes: slow first calls, and numbers that change between calls. */
    private static Boolean usePlainExecutor() {
        JniUtils.setGraphExecutorOptimize(false);
        return true;
    }

    @Override
    public void close() {
        model.close();
    }
}
