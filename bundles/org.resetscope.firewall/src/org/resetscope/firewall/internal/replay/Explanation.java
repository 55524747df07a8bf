package org.resetscope.firewall.internal.replay;

import org.resetscope.firewall.internal.evaluate.Journey;

/**
 * How the rules explain a reset, or that they do not.
 *
 * @param trigger the segment that it answers; null where there is none that a rule would answer so
 * @param tracking what connection tracking says of the trigger
 * @param journey the way of the trigger on which a rule rejects it; null where none does
 */
record Explanation(Kind kind, Passing trigger, Tracking tracking, Journey journey, Ruling ruling) {

    static final Explanation SILENT = new Explanation(Kind.SILENT, null, null, null, Ruling.UNKNOWN);
    static final Explanation NO_TRIGGER = new Explanation(Kind.NO_TRIGGER, null, null, null, Ruling.UNKNOWN);

    /** The segment that it answers went on. */
    static Explanation passed(Recent trigger) {
        return new Explanation(Kind.PASSED, trigger.packet(), trigger.tracking(), null, Ruling.UNKNOWN);
    }

    /** The better the earlier. */
    enum Kind {
        /** A rule rejects the trigger, whatever is not known. */
        MUST,
        /** A rule rejects it if what is not known is so. */
        MAY,
        /** A rule rejects it if the machine had forgotten the connection before its time. */
        FORGOTTEN,
        /** The machine had forgotten a connection whose source it translated, and took the trigger for its own. */
        OWN_STACK,
        /** No rule rejects it. */
        ACCEPTED,
        /** It went on. */
        PASSED,
        /** There is no segment that a rule would answer in this way. */
        NO_TRIGGER,
        /** The rules cannot tell, or this is not the place. */
        SILENT
    }
}
