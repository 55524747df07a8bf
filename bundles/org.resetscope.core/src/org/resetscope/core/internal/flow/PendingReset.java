package org.resetscope.core.internal.flow;

import java.util.List;

import org.resetscope.core.detect.Dossier.Copy;
import org.resetscope.core.detect.Side;

/**
 * A reset whose flow is still watched for what follows. Holds what later packets would overwrite.
 *
 * @param number of the reset's segment in the flow's log
 * @param upToReset the log up to and with the reset
 * @param payload first bytes of the reset's payload: some devices say there why they sent it
 * @param options the reset's raw TCP options
 * @param copies frames in which the capture shows this very reset again (a second tap)
 */
record PendingReset(FlowState flow, long number, int digits, boolean fromLow, SegmentLog upToReset, Side claimed, Side receiver,
        boolean claimedWasReset, boolean receiverWasReset, boolean accepted, byte[] payload, byte[] options, List<Copy> copies) {

    /** Segments before the reset that a dossier keeps, and segments after it that are waited for. */
    static final int BEFORE = 30;
    static final int AFTER = 14;

    PendingReset upToReset(SegmentLog log) {
        return new PendingReset(flow, number, digits, fromLow, log, claimed, receiver, claimedWasReset, receiverWasReset, accepted, payload,
                options, copies);
    }
}
