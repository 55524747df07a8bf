package org.resetscope.core.internal.judge;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

import org.resetscope.core.detect.Detector;
import org.resetscope.core.extension.Contribution;

/**
 * Which detector a thread is asking, for another thread that waits for it: a detector that does not come back cannot be stopped, but it
 * can be left alone. Costs the one that asks a plain write for each detector.
 */
public final class Hearing {

    /** So long none takes for one reset; a machine that does nothing else for that time is told from a detector by looking twice. */
    public static final Duration PATIENCE = Duration.ofSeconds(Integer.getInteger("resetscope.patience", 5));

    /**
     * What is being asked.
     *
     * @param reset counted
     */
    public record Question(long reset, Contribution<Detector> detector) {
    }

    private final AtomicReference<Contribution<Detector>> asked = new AtomicReference<>();
    private volatile long resets;
    private volatile Thread thread;
    private volatile boolean left;

    /** Another reset, on the thread that asks. */
    void begin() {
        thread = Thread.currentThread();
        resets++; // one thread writes
    }

    void ask(Contribution<Detector> detector) {
        asked.lazySet(detector);
    }

    /** Null between two of them. */
    public Question question() {
        Contribution<Detector> detector = asked.get();
        return detector == null ? null : new Question(resets, detector);
    }

    /** Tells the thread that asks that nobody waits for it any more. */
    public void leave() {
        left = true;
    }

    /** Whether nobody waits any more. */
    public boolean left() {
        return left;
    }

    /** Disables a detector that has been at the same question for longer than it may. */
    public void giveUp(Question question) {
        question.detector().overdue(thread, PATIENCE.multipliedBy(2));
    }
}
