package org.resetscope.core.internal.flow;

import org.resetscope.core.decode.TcpPacket;
import org.resetscope.core.detect.Sequence;
import org.resetscope.core.detect.Side;

/** Running state of one side of a flow; fields are written once per packet by {@link TcpTracker}. */
final class SideState {

    long segments;
    int dataSegments;
    long dataBytes;
    boolean synSeen;
    int isn;
    int nextSeq;
    boolean ackSeen;
    int highestAck;
    int window;
    short windowScale = -1;
    int maxWindow;
    short ttlLast = -1;
    short ttlMin = -1;
    short ttlMax = -1;
    int ipIdZero;
    int ipIdSeen;
    int ipIdLast = -1;
    int timestamped;
    boolean timestampsOffered;
    int lastTsVal;
    int flowLabelLast = -1;
    long turnaroundNanos = -1;
    int turnarounds;
    boolean finSent;
    int resetsSent;
    boolean aborted;
    long lastSeenNanos;
    long lastDataNanos;
    int retransmissions;
    int gaps;

    /** Time and end of the newest segment that moved {@link #nextSeq}: what a turnaround of the other side is measured from. */
    long newestNanos;
    int newestEnd;
    boolean newestUnanswered;

    /** For recognising the same packet at a second tap. */
    int lastSeq;
    int lastAck;
    short lastFlags;
    int lastLength;
    short lastTtl;
    long lastNanos;

    /** The segment of the other side that this side's latest reset answered. */
    long answeredFrame;

    /** Takes in a segment that is neither a reset nor a duplicate; returns true when it moved the send sequence forward. */
    boolean sent(TcpPacket p, long nanos) {
        int end = p.seq + p.sequenceLength();
        boolean first = segments == 0;
        boolean advances = first || Sequence.after(end, nextSeq);
        if (!advances && end == newestEnd && end != p.seq) {
            // which of the two is answered cannot be told (Karn's rule; RFC 6298, 3)
            newestUnanswered = false;
        }
        if (!first && p.payloadLength > 0) {
            if (Sequence.after(p.seq, nextSeq)) {
                gaps++;
            } else if (!advances) {
                retransmissions++;
            }
        }
        if (advances) {
            nextSeq = end;
            newestNanos = nanos;
            newestEnd = end;
            newestUnanswered = !first || p.sequenceLength() > 0;
        }
        segments++;
        if (p.payloadLength > 0) {
            dataSegments++;
            dataBytes += p.payloadLength;
            lastDataNanos = nanos;
        }
        if (p.has(TcpPacket.SYN)) {
            synSeen = true;
            isn = p.seq;
            windowScale = (short) p.windowScale;
            timestampsOffered = p.timestamps;
        } else {
            maxWindow = Math.max(maxWindow, p.window);
        }
        if (p.has(TcpPacket.FIN)) {
            finSent = true;
        }
        if (p.has(TcpPacket.ACK) && (!ackSeen || Sequence.after(p.ack, highestAck))) {
            ackSeen = true;
            highestAck = p.ack;
        }
        window = p.window;
        ttlLast = (short) p.ttl;
        if (ttlMin < 0 || p.ttl < ttlMin) {
            ttlMin = ttlLast;
        }
        if (p.ttl > ttlMax) {
            ttlMax = ttlLast;
        }
        if (p.ipId >= 0) {
            ipIdSeen++;
            ipIdZero += p.ipId == 0 ? 1 : 0;
            ipIdLast = p.ipId;
        }
        if (p.timestamps) {
            timestamped++;
            lastTsVal = p.tsVal;
        }
        flowLabelLast = p.flowLabel;
        lastSeenNanos = nanos;
        return advances;
    }

    /** This side acknowledged {@code ack}: when that is just the other side's newest segment, the pair bounds the distance to this side. */
    void answered(SideState other, int ack, long nanos) {
        if (other.newestUnanswered && ack == other.newestEnd) {
            other.newestUnanswered = false;
            long took = nanos - other.newestNanos;
            if (took >= 0) {
                turnaroundNanos = turnaroundNanos < 0 ? took : Math.min(turnaroundNanos, took);
                turnarounds++;
            }
        }
    }

    boolean repeats(TcpPacket p, long nanos) {
        return segments + resetsSent > 0 && p.seq == lastSeq && p.ack == lastAck && p.flags == lastFlags && p.payloadLength == lastLength
                && nanos - lastNanos < DUPLICATE_WINDOW_NANOS;
    }

    /** Longest time between two taps that still looks like one packet. */
    private static final long DUPLICATE_WINDOW_NANOS = 5_000_000;

    /** The virtual machine puts wide fields first: these lie on different cache lines. */
    int touch() {
        return (int) segments + lastSeq + ttlMax;
    }

    void remember(TcpPacket p, long nanos) {
        lastSeq = p.seq;
        lastAck = p.ack;
        lastFlags = (short) p.flags;
        lastLength = p.payloadLength;
        lastTtl = (short) p.ttl;
        lastNanos = nanos;
    }

    Side snapshot() {
        return new Side(segments, dataSegments, dataBytes, synSeen, isn, nextSeq, ackSeen, highestAck, window, windowScale, maxWindow,
                ttlLast, ttlMin, ttlMax, ipIdZero, ipIdSeen, ipIdLast, timestamped, timestampsOffered, lastTsVal, flowLabelLast,
                turnaroundNanos, turnarounds, finSent, resetsSent, aborted, lastSeenNanos, lastDataNanos, retransmissions, gaps);
    }
}
