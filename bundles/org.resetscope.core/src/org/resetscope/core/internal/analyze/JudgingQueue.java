package org.resetscope.core.internal.analyze;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

import org.resetscope.core.internal.analyze.CaptureAnalyzer.Case;
import org.resetscope.core.model.Reset;

/** Judges batches of resets on a thread of its own while the capture is read on; keeps their order. */
final class JudgingQueue implements AutoCloseable {

    /** Batches that may wait: what they hold must not grow with the capture. */
    private static final int WAITING = 4;

    private final List<Reset> judged;
    private final Deque<Future<List<Reset>>> pending = new ArrayDeque<>();
    private ExecutorService worker;

    /** @param judged takes the results */
    JudgingQueue(List<Reset> judged) {
        this.judged = judged;
    }

    void submit(List<Case> batch, Function<Case, Reset> judge) {
        if (worker == null) {
            worker = Executors.newSingleThreadExecutor(task -> {
                Thread thread = new Thread(task, "ResetScope judge");
                thread.setDaemon(true);
                return thread;
            });
        }
        while (pending.size() >= WAITING) {
            collect();
        }
        pending.add(worker.submit(() -> {
            List<Reset> verdicts = new ArrayList<>(batch.size());
            batch.forEach(one -> verdicts.add(judge.apply(one)));
            return verdicts;
        }));
    }

    /** Takes the results that are there, without waiting. */
    void collectEnded() {
        while (!pending.isEmpty() && pending.peek().isDone()) {
            collect();
        }
    }

    /** Waits for the rest. */
    void finish() {
        while (!pending.isEmpty()) {
            collect();
        }
    }

    private void collect() {
        boolean interrupted = false;
        Future<List<Reset>> next = pending.remove();
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
