package org.resetscope.core.internal.analyze;

/**
 * How many resets an analysis may hold, by the memory the process has: a flood of resets must not end in an error when the first hundred
 * thousand tell the story.
 */
public final class Budget {

    /** About three times what a reset with evidence, and one without, take up. */
    private static final long BYTES_IN_FULL = 8_000;
    private static final long BYTES_IN_BRIEF = 1_800;

    private final long inFull;
    private final long listed;
    private long seen;

    public Budget() {
        this(Runtime.getRuntime().maxMemory());
    }

    Budget(long memory) {
        this.inFull = memory / BYTES_IN_FULL;
        this.listed = memory / BYTES_IN_BRIEF;
    }

    /** How much of the next reset is to be kept. */
    enum Share {
        FULL,
        /** The verdict without the evidence. */
        BRIEF,
        /** Counted only. */
        NOTHING
    }

    Share next() {
        long number = seen++;
        return number < inFull ? Share.FULL : number < listed ? Share.BRIEF : Share.NOTHING;
    }
}
