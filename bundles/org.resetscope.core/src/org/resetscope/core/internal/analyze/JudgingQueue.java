package org.resetscope.core.internal.analyze;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;

import org.osgi.framework.BundleReference;
import org.resetscope.core.internal.analyze.CaptureAnalyzer.Case;
import org.resetscope.core.internal.judge.Hearing;
import org.resetscope.core.model.Reset;

/**
 * Judges resets on threads of its own while the capture is read on; keeps their order. Where a detector hangs, its thread is left to it, and
 * what is pending is judged anew without that detector. In a framework the caller only waits, so that it never is the one who hangs; on a
 * plain class path, where there is nothing but what was shipped, it judges too once it has to wait, and few resets need no other thread.
 */
final class JudgingQueue implements AutoCloseable {

    /** Resets that are judged at a time. */
    private static final int TASK = 64;
    /** Tasks that may wait: what they hold must not grow with the capture. */
    private static final int WAITING = 64;
    private static final boolean FRAMEWORK = JudgingQueue.class.getClassLoader() instanceof BundleReference;

    private final List<Reset> judged;
    private final BiFunction<Case, Hearing, Reset> judge;
    private final Deque<Task> pending = new ArrayDeque<>();
    private ExecutorService workers;

    /** Some resets, to be judged in the same way as often as it takes. */
    private final class Task extends FutureTask<List<Reset>> {

        private final List<Case> cases;
        private final Hearing hearing;

        Task(List<Case> cases) {
            this(cases, new Hearing());
        }

        private Task(List<Case> cases, Hearing hearing) {
            super(() -> judge(cases, hearing));
            this.cases = cases;
            this.hearing = hearing;
        }
    }

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
            start(new Task(cases.subList(from, Math.min(cases.size(), from + TASK))));
        }
    }

    /** Does something beforehand on a thread that judges; what it throws is met again by those who judge. */
    void prepare(Runnable work) {
        workers().execute(new FutureTask<>(work, null));
    }

    private void start(Task task) {
        pending.add(task);
        workers().execute(task);
    }

    private ExecutorService workers() {
        if (workers == null) {
            workers = Executors.newFixedThreadPool(FRAMEWORK ? 2 : 1, work -> {
                Thread thread = new Thread(work, "ResetScope judge");
                thread.setDaemon(true);
                return thread;
            });
        }
        return workers;
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
        if (!FRAMEWORK && pending.isEmpty() && last.size() <= TASK) {
            judged.addAll(judge(last, new Hearing())); // not worth a thread
            return;
        }
        submit(last);
        for (Iterator<Task> task = pending.descendingIterator(); !FRAMEWORK && task.hasNext();) {
            task.next().run(); // does nothing where a worker has begun it
        }
        while (!pending.isEmpty()) {
            collect();
        }
    }

    private void collect() {
        boolean interrupted = false;
        Map<Task, Hearing.Question> before = Map.of();
        if (!FRAMEWORK) {
            pending.element().run();
        }
        while (true) {
            try {
                judged.addAll(pending.element().get(Hearing.PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
                pending.remove();
                break;
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
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Leaves detectors alone that are still at the same question.
     *
     * @return what is being asked now
     */
    private Map<Task, Hearing.Question> look(Map<Task, Hearing.Question> before) {
        Map<Task, Hearing.Question> now = new HashMap<>();
        boolean hangs = false;
        for (Task task : pending) {
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
        List<Task> all = List.copyOf(pending);
        pending.clear();
        for (Task task : all) {
            if (task.isDone()) {
                pending.add(task);
            } else {
                task.hearing.leave();
                start(new Task(task.cases));
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
