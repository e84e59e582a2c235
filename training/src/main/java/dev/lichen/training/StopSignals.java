package dev.lichen.training;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns SIGINT and SIGTERM into a {@link StopRequest} while it is open.
 *
 * <p>Java's only way to hear a signal without ending the process is {@code sun.misc.Signal}, part of the supported
 * module {@code jdk.unsupported}; it is reached by reflection because the compiler warns of it in a way that cannot be
 * silenced at the place. Where it is absent, or the platform keeps a signal for itself, the signal ends the process as
 * always, and the latest checkpoint stands.
 */
public final class StopSignals implements AutoCloseable {

    private static final List<String> SIGNALS = List.of("INT", "TERM");

    private final Map<Object, Object> earlierHandlers = new LinkedHashMap<>();

    /** Sends the signals to this request until closed. */
    public StopSignals(StopRequest stop) {
        for (String name : SIGNALS) {
            install(name, stop);
        }
    }

    /** Gives the signals back to whoever had them. */
    @Override
    public void close() {
        earlierHandlers.forEach(StopSignals::restore);
    }

    private void install(String name, StopRequest stop) {
        try {
            Object signal = signalClass().getConstructor(String.class).newInstance(name);
            earlierHandlers.put(signal, handle(signal, handler(stop)));
        } catch (ReflectiveOperationException unsupported) {
            return; // the signal keeps its usual effect
        }
    }

    private static void restore(Object signal, Object handler) {
        try {
            handle(signal, handler);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a handler that was there can be put back", e);
        }
    }

    private static Object handle(Object signal, Object handler) throws ReflectiveOperationException {
        Method handle = signalClass().getMethod("handle", signalClass(), handlerClass());
        return handle.invoke(null, signal, handler);
    }

    private static Object handler(StopRequest stop) throws ReflectiveOperationException {
        InvocationHandler onSignal = (proxy, method, arguments) -> {
            if (!method.getName().equals("handle")) {
                return method.invoke(stop, arguments);
            }
            stop.request();
            return null;
        };
        return Proxy.newProxyInstance(StopSignals.class.getClassLoader(), new Class<?>[] {handlerClass()}, onSignal);
    }

    private static Class<?> signalClass() throws ClassNotFoundException {
        return Class.forName("sun.misc.Signal");
    }

    private static Class<?> handlerClass() throws ClassNotFoundException {
        return Class.forName("sun.misc.SignalHandler");
    }
}
