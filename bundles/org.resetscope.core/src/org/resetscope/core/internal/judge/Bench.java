package org.resetscope.core.internal.judge;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import org.osgi.framework.BundleReference;

/**
 * Threads that hear detectors. Where one hangs, its thread is left to it, and all that is not done is done anew without that detector. In a
 * framework the caller only waits, so that it never is the one who hangs; on a plain class path, where there is nothing but what was
 * shipped, it may do the work itself. For one caller's thread.
 */
public final class Bench implements AutoCloseable {

    /** Whether there may be detectors of others. */
    public static final boolean FRAMEWORK = Bench.class.getClassLoader() instanceof BundleReference;

    private final int threads;
    private final Set<Task<?>> started = new LinkedHashSet<>();
    private ExecutorService workers;

    /** Work that is done in the same way as often as it takes. */
    public static final class Task<T> {

        private final Function<Hearing, T> work;
        private Hearing hearing;
        private FutureTask<T> attempt;

        private Task(Function<Hearing, T> work) {
            this.work = work;
            begin();
        }

        private void begin() {
            Hearing own = new Hearing();
            hearing = own;
            attempt = new FutureTask<>(() -> work.apply(own));
        }

        public boolean isDone() {
            return attempt.isDone();
        }

        /** Does it on the caller's thread, unless another has begun. */
        public void run() {
            attempt.run();
        }
    }

    /** @param threads that work side by side */
    public Bench(int threads) {
        this.threads = threads;
    }

    /** Does something on a thread of the bench; what it throws is nobody's. */
    public void prepare(Runnable work) {
        workers().execute(new FutureTask<>(work, null));
    }

    /** @param work told to whom it tells what it asks; done more than once where a detector hangs */
    public <T> Task<T> start(Function<Hearing, T> work) {
        Task<T> task = new Task<>(work);
        started.add(task);
        workers().execute(task.attempt);
        return task;
    }

    /** Does it, by the caller where there is nobody else's detector. */
    public <T> T hear(Function<Hearing, T> work) {
        return FRAMEWORK ? await(start(work)) : work.apply(new Hearing());
    }

    /** The result of a started task; unchecked exceptions and errors are those of the work. An interrupt does not end the wait. */
    public <T> T await(Task<T> task) {
        boolean interrupted = false;
        Map<Task<?>, Hearing.Question> before = Map.of();
        try {
            while (true) {
                try {
                    return task.attempt.get(Hearing.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    before = look(before);
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    if (e.getCause() instanceof RuntimeException cause) {
                        throw cause;
                    } else if (e.getCause() instanceof Error cause) {
                        throw cause;
                    }
                    throw new IllegalStateException(e.getCause());
                }
            }
        } finally {
            started.remove(task);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private ExecutorService workers() {
        if (workers == null) {
            workers = Executors.newFixedThreadPool(threads, work -> {
                Thread thread = new Thread(work, "ResetScope judge");
                thread.setDaemon(true);
                return thread;
            });
        }
        return workers;
    }

    /**
     * Leaves detectors alone that are still at the same question.
     *
     * @return what is being asked now
     */
    private Map<Task<?>, Hearing.Question> look(Map<Task<?>, Hearing.Question> before) {
        Map<Task<?>, Hearing.Question> now = new HashMap<>();
        boolean hangs = false;
        for (Task<?> task : started) {
            Hearing.Question question = task.hearing.question();
            if (question != null && question.equals(before.get(task))) {
                task.hearing.giveUp(question);
                hangs = true;
            } else if (question != null) {
                now.put(task, question);
            }
        }
        if (hangs) {
            startAgain();
        }
        return hangs ? Map.of() : now;
    }

    /** With other threads; those that hang may notice the interrupt or not. */
    private void startAgain() {
        close();
        workers = null;
        for (Task<?> task : List.copyOf(started)) {
            if (!task.isDone()) {
                task.hearing.leave();
                task.begin();
                workers().execute(task.attempt);
            }
        }
    }

    @Override
    public void close() {
        if (workers != null) {
            workers.shutdownNow();
        }
    }
}
