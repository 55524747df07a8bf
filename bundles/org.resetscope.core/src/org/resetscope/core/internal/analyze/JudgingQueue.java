package org.resetscope.core.internal.analyze;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

import org.resetscope.core.internal.analyze.CaptureAnalyzer.Case;
import org.resetscope.core.model.Reset;

/** Judges resets on a thread of its own while the capture is read on, and on that of the caller once it has to wait; keeps their order. */
final class JudgingQueue implements AutoCloseable {

    /** Resets that are judged at a time. */
    private static final int TASK = 64;
    /** Tasks that may wait: what they hold must not grow with the capture. */
    private static final int WAITING = 64;

    private final List<Reset> judged;
    private final Function<Case, Reset> judge;
    private final Deque<FutureTask<List<Reset>>> pending = new ArrayDeque<>();
    private ExecutorService worker;

    /** @param judged takes the results */
    JudgingQueue(List<Reset> judged, Function<Case, Reset> judge) {
        this.judged = judged;
        this.judge = judge;
    }

    /** Does something beforehand on the thread that judges; what it throws is met again by those who judge. */
    void prepare(Runnable work) {
        worker().execute(new FutureTask<>(work, null));
    }

    private ExecutorService worker() {
        if (worker == null) {
            worker = Executors.newSingleThreadExecutor(task -> {
                Thread thread = new Thread(task, "ResetScope judge");
                thread.setDaemon(true);
                return thread;
            });
        }
        return worker;
    }

    void submit(List<Case> cases) {
        for (int from = 0; from < cases.size(); from += TASK) {
            List<Case> some = cases.subList(from, Math.min(cases.size(), from + TASK));
            if (pending.size() >= WAITING) {
                collect();
            }
            FutureTask<List<Reset>> task = new FutureTask<>(() -> judge(some));
            pending.add(task);
            worker().execute(task);
        }
    }

    private List<Reset> judge(List<Case> cases) {
        List<Reset> verdicts = new ArrayList<>(cases.size());
        cases.forEach(one -> verdicts.add(judge.apply(one)));
        return verdicts;
    }

    /** Judges the last ones too, and waits for all. */
    void finish(List<Case> last) {
        if (pending.isEmpty() && last.size() <= TASK) {
            judged.addAll(judge(last)); // not worth a thread
            return;
        }
        submit(last);
        for (Iterator<FutureTask<List<Reset>>> task = pending.descendingIterator(); task.hasNext();) {
            task.next().run(); // does nothing where the worker has begun it
        }
        while (!pending.isEmpty()) {
            collect();
        }
    }

    private void collect() {
        boolean interrupted = false;
        FutureTask<List<Reset>> next = pending.remove();
        next.run();
        while (true) {
            try {
                judged.addAll(next.get());
                break;
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
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        if (worker != null) {
            worker.shutdownNow();
        }
    }
}
