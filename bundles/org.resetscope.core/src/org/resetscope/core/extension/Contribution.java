package org.resetscope.core.extension;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.OperationCanceledException;
import org.resetscope.core.model.Problem;

/**
 * One thing that a plug-in contributes. Its class is loaded at the first call. A contributor that throws is told as a problem and not
 * called again: one broken plug-in costs its own contribution, never the result. Thread-safe.
 */
public final class Contribution<T> {

    /** A call whose contract allows an I/O error. */
    @FunctionalInterface
    public interface IoFunction<T, R> {
        /** @throws IOException of the medium; it is no failure of the contributor */
        R apply(T instance) throws IOException;
    }

    private final String id;
    private final String plugin;
    private final IConfigurationElement element;
    private final Class<T> type;
    private final PluginFiles files;
    private final Consumer<Problem> problems;
    private T instance;
    private final AtomicBoolean failed = new AtomicBoolean();

    Contribution(String id, IConfigurationElement element, Class<T> type, PluginFiles files, Consumer<Problem> problems) {
        this.id = id;
        this.plugin = element.getContributor().getName();
        this.element = element;
        this.type = type;
        this.files = files;
        this.problems = problems;
    }

    /** Unique within its extension point. */
    public String id() {
        return id;
    }

    /** Symbolic name of the plug-in that contributes it. */
    public String contributor() {
        return plugin;
    }

    /** An attribute of its element in plugin.xml, or null where it has none (or its bundle is gone). */
    public String attribute(String name) {
        return element.isValid() ? element.getAttribute(name) : null;
    }

    /**
     * Opens a file of its plug-in; the caller closes it.
     *
     * @param path within the plug-in, with slashes
     * @throws IOException where the plug-in has no such file, or is gone
     */
    public InputStream open(String path) throws IOException {
        if (path.startsWith("/") || path.indexOf(':') >= 0 || path.indexOf('\\') >= 0 || ("/" + path + "/").contains("/../")) {
            throw new IOException("'" + path + "' is no path within plug-in " + plugin);
        }
        URL url = element.isValid() ? files.find(element.getContributor(), path) : null;
        if (url == null) {
            throw new FileNotFoundException("plug-in " + plugin + " has no file " + path);
        }
        return PluginFiles.open(url);
    }

    /**
     * The text, in UTF-8, of the file that an attribute names.
     *
     * @param mostBytes a longer file is an error
     * @throws IOException if none is named, or it cannot be read
     */
    public String text(String attribute, int mostBytes) throws IOException {
        String path = attribute(attribute);
        if (path == null) {
            throw new IOException("no file is named");
        }
        try (InputStream in = open(path)) {
            byte[] bytes = in.readNBytes(mostBytes + 1);
            if (bytes.length > mostBytes) {
                throw new IOException("the file is longer than " + mostBytes + " bytes");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** Whether it threw and is disabled. */
    public boolean failed() {
        return failed.get();
    }

    /**
     * Calls the contributor, creating it when it is the first call. What it returns lazily must be drawn inside the call, or it throws
     * outside: {@code call(d -> List.copyOf(d.examine(dossier)), List.of())}.
     *
     * @param fallback the answer of a contributor that fails or has failed before
     * @throws OperationCanceledException when the contributor was cancelled, which is no failure
     */
    public <R> R call(Function<? super T, ? extends R> call, R fallback) {
        try {
            T ready = instance();
            return ready == null ? fallback : call.apply(ready);
        } catch (Throwable e) {
            fail(e);
            return fallback;
        }
    }

    /**
     * As {@link #call}, for calls that may meet an I/O error of the medium.
     *
     * @throws IOException as thrown by the contributor; it is no failure of the contributor
     */
    public <R> R callIo(IoFunction<? super T, ? extends R> call, R fallback) throws IOException {
        try {
            T ready = instance();
            return ready == null ? fallback : call.apply(ready);
        } catch (IOException e) {
            throw e;
        } catch (Throwable e) {
            fail(e);
            return fallback;
        }
    }

    /**
     * Disables it because of what it, or an object it handed out, threw. Passes on what no contributor may swallow: cancellation, and
     * errors of the virtual machine other than a stack overflow.
     */
    public void fail(Throwable reason) {
        if (reason instanceof OperationCanceledException cancelled) {
            throw cancelled;
        }
        if (reason instanceof ThreadDeath || reason instanceof VirtualMachineError && !(reason instanceof StackOverflowError)) {
            throw (Error) reason;
        }
        disable(" failed and is disabled: " + words(reason));
    }

    /**
     * Disables it because a call does not come back.
     *
     * @param caller the thread that waits in the call; interrupting it is up to whom it belongs to
     * @param waited how long
     */
    public void overdue(Thread caller, Duration waited) {
        String place = Arrays.stream(caller.getStackTrace()).filter(e -> !e.getClassName().startsWith("java.")).findFirst()
                .map(e -> " (it is at " + e + ")").orElse("");
        disable(" has not answered for " + waited.toSeconds() + " s and is disabled" + place);
    }

    /** Waits for nobody: a thread that hangs may have any lock. */
    private void disable(String why) {
        if (failed.compareAndSet(false, true)) {
            problems.accept(Problem.of("contributor-failed", this + why));
        }
    }

    private T instance() throws CoreException {
        return failed() ? null : created();
    }

    private synchronized T created() throws CoreException {
        if (instance == null) {
            Object created = element.createExecutableExtension("class");
            if (!type.isInstance(created)) {
                throw new ClassCastException(created.getClass().getName() + " is no " + type.getName());
            }
            instance = type.cast(created);
        }
        return instance;
    }

    /** The root of the matter and where it happened: a person must be able to tell the plug-in's author. */
    private static String words(Throwable reason) {
        Throwable root = reason;
        for (int depth = 0; depth < 20 && root.getCause() != null; depth++) {
            root = root.getCause();
        }
        if (root instanceof CoreException core && core.getStatus().getException() != null) {
            root = core.getStatus().getException();
        }
        StackTraceElement[] trace = root.getStackTrace();
        String words;
        try {
            words = root.toString();
        } catch (RuntimeException e) {
            words = root.getClass().getName();
        }
        return root instanceof CoreException || root instanceof ClassNotFoundException || trace.length == 0 ? words
                : words + " (at " + trace[0] + ")";
    }

    @Override
    public String toString() {
        return (element.isValid() ? element.getName() : type.getSimpleName()) + " \"" + id + "\" of plug-in " + plugin;
    }
}
