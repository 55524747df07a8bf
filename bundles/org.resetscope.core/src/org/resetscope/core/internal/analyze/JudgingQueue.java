package org.resetscope.core.internal.analyze;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiFunction;

import org.resetscope.core.internal.analyze.CaptureAnalyzer.Case;
import org.resetscope.core.internal.judge.Bench;
import org.resetscope.core.internal.judge.Hearing;
import org.resetscope.core.model.Reset;

/**
 * Judges resets on threads of its own while the capture is read on; keeps their order. Where the bench lets the caller work, it judges too once
 * it has to wait, and few resets need no other thread.
 */
final class JudgingQueue implements AutoCloseable {

    /** Resets that are judged at a time. */
    private static final int TASK = 64;
    /** Tasks that may wait: what they hold must not grow with the capture. */
    private static final int WAITING = 64;

    private final List<Reset> judged;
    private final BiFunction<Case, Hearing, Reset> judge;
    private final Bench bench = new Bench(Bench.FRAMEWORK ? 2 : 1);
    private final Deque<Bench.Task<List<Reset>>> pending = new ArrayDeque<>();

    /** @param judged takes the results */
    JudgingQueue(List<Reset> judged, BiFunction<Case, Hearing, Reset> judge) {
        this.judged = judged;
        this.judge = judge;
    }

    void submit(List<Case> cases) {
        for (int from = 0; from < cases.size(); from += TASK) {
            if (pending.size() >= WAITING) {
                collect();
            }
            List<Case> some = cases.subList(from, Math.min(cases.size(), from + TASK));
            pending.add(bench.start(hearing -> judge(some, hearing)));
        }
    }

    /** Does something beforehand on a thread that judges; what it throws is met again by those who judge. */
    void prepare(Runnable work) {
        bench.prepare(work);
    }

    private List<Reset> judge(List<Case> cases, Hearing hearing) {
        List<Reset> verdicts = new ArrayList<>(cases.size());
        for (Case one : cases) {
            if (hearing.left()) {
                break; // another thread does it
            }
            verdicts.add(judge.apply(one, hearing));
        }
        return verdicts;
    }

    /** Takes the results that are there, without waiting. */
    void collectEnded() {
        while (!pending.isEmpty() && pending.peek().isDone()) {
            collect();
        }
    }

    /** Judges the last ones too, and waits for all. */
    void finish(List<Case> last) {
        if (!Bench.FRAMEWORK && pending.isEmpty() && last.size() <= TASK) {
            judged.addAll(judge(last, new Hearing())); // not worth a thread
            return;
        }
        submit(last);
        for (Iterator<Bench.Task<List<Reset>>> task = pending.descendingIterator(); !Bench.FRAMEWORK && task.hasNext();) {
            task.next().run(); // does nothing where a worker has begun it
        }
        while (!pending.isEmpty()) {
            collect();
        }
    }

    private void collect() {
        Bench.Task<List<Reset>> next = pending.element();
        if (!Bench.FRAMEWORK) {
            next.run();
        }
        judged.addAll(bench.await(next));
        pending.remove();
    }

    @Override
    public void close() {
        bench.close();
    }
}
