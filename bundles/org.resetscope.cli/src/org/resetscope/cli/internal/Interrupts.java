package org.resetscope.cli.internal;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.function.BooleanSupplier;

/**
 * Runs an action at the first Ctrl+C (or termination by another process), so that a partial report can still be written; the second
 * one ends the process as usual. A shutdown hook would not do: OSGi stops its bundles in one of its own at the same time.
 * By reflection, because the class is outside the Java specification; where it is missing, Ctrl+C ends the process.
 */
final class Interrupts implements AutoCloseable {

    private static final String[] SIGNALS = { "INT", "TERM" };

    private Class<?> signal;
    private Class<?> handler;

    private Interrupts() {
    }

    /** @param spared whether one interrupt has done its work otherwise, so that the next one counts as the first */
    static Interrupts handledBy(BooleanSupplier spared, Runnable action) {
        Interrupts interrupts = new Interrupts();
        try {
            ClassLoader platform = ClassLoader.getSystemClassLoader();
            interrupts.signal = Class.forName("sun.misc.Signal", true, platform);
            interrupts.handler = Class.forName("sun.misc.SignalHandler", true, platform);
            InvocationHandler once = (proxy, method, arguments) -> {
                if (method.getName().equals("handle")) {
                    if (!spared.getAsBoolean()) {
                        interrupts.close();
                        action.run();
                    }
                    return null;
                }
                return method.getName().equals("equals") ? proxy == arguments[0]
                        : method.getName().equals("hashCode") ? (Object) System.identityHashCode(proxy) : "interrupts";
            };
            interrupts.set(Proxy.newProxyInstance(platform, new Class<?>[] { interrupts.handler }, once));
        } catch (ReflectiveOperationException | RuntimeException e) {
            interrupts.signal = null;
        }
        return interrupts;
    }

    private void set(Object to) throws ReflectiveOperationException {
        for (String name : SIGNALS) {
            Object number = signal.getConstructor(String.class).newInstance(name);
            signal.getMethod("handle", signal, handler).invoke(null, number, to);
        }
    }

    /** Back to the default. */
    @Override
    public void close() {
        try {
            if (signal != null) {
                set(handler.getField("SIG_DFL").get(null));
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            // then the handler stays: harmless, the process is about to end
        }
    }
}
