package org.resetscope.core.internal.flow;

import java.util.ArrayList;
import java.util.List;

import org.resetscope.core.detect.Dossier.Copy;
import org.resetscope.core.detect.Side;

/** A reset whose flow is still watched for what follows. Holds what later packets would overwrite. */
final class PendingReset {

    /** Segments before the reset that a dossier keeps, and segments after it that are waited for. */
    static final int BEFORE = 30;
    static final int AFTER = 14;

    private static final long NOT_KNOWN = -1;

    final FlowState flow;
    /** Of the reset's segment in the flow's log. */
    final long number;
    final int digits;
    final boolean fromLow;
    final Side claimed;
    final Side receiver;
    final boolean claimedWasReset;
    final boolean receiverWasReset;
    final boolean accepted;
    /** First bytes of the reset's payload: some devices say there why they sent it. */
    final byte[] payload;
    /** The reset's raw TCP options. */
    final byte[] options;
    /** Frames in which the capture shows this very reset again (a second tap). */
    final List<Copy> copies = new ArrayList<>(0);
    /** The log up to and with the reset. */
    SegmentLog upToReset;
    /** By the clock of {@link FlowScanner#advance}. */
    long arrived;
    boolean settled;
    boolean told;
    private long answeredBefore = NOT_KNOWN;

    PendingReset(FlowState flow, int digits, boolean fromLow, boolean accepted, byte[] payload, byte[] options) {
        this.flow = flow;
        this.number = flow.segments();
        this.digits = digits;
        this.fromLow = fromLow;
        this.claimed = flow.side(fromLow).snapshot();
        this.receiver = flow.side(!fromLow).snapshot();
        this.claimedWasReset = fromLow ? flow.lowReset : flow.highReset;
        this.receiverWasReset = fromLow ? flow.highReset : flow.lowReset;
        this.accepted = accepted;
        this.payload = payload;
        this.options = options;
    }

    /** The segment that the reset before it, of the same side, answered; asked for the first time when that one has been observed. */
    long answeredBefore() {
        if (answeredBefore == NOT_KNOWN) {
            answeredBefore = flow.side(fromLow).answeredFrame;
        }
        return answeredBefore;
    }
}
