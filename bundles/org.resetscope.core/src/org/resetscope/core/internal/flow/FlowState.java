package org.resetscope.core.internal.flow;

import java.util.ArrayList;
import java.util.List;

import org.resetscope.core.decode.TcpPacket;
import org.resetscope.core.detect.PreviousConnection;

/** One incarnation of a 4-tuple. The two ends are called low and high by the order of their addresses, whoever is the client. */
final class FlowState extends History {

    final int hash;
    final long lowHigh;
    final long lowLow;
    final long highHigh;
    final long highLow;
    final int lowPort;
    final int highPort;
    final int ipVersion;

    final SideState low = new SideState();
    final SideState high = new SideState();
    final long firstNanos;
    final PreviousConnection previous;

    /** The ring of its latest segments: its number, where it is, and how many segments were ever added. */
    private final int ring;
    private final int ringStart;
    private long[] ringWords;
    private long segments;

    long lastNanos;
    /** Which end is the client: by a SYN, else unknown until the flow is looked at. */
    Boolean clientIsLow;
    boolean firstFromLow;
    /** The first segment seen was RST,ACK with sequence number 0: it answers a SYN, so it comes from the server. */
    boolean beginsWithRefusal;
    boolean duplicatesSeen;
    boolean duplicatesDifferInTtl;
    /** Ends that an acceptable reset has reached. */
    boolean lowReset;
    boolean highReset;
    List<PendingReset> pending = List.of();
    private Object identity;

    FlowState(int hash, TcpPacket p, boolean fromLow, long nanos, PreviousConnection previous, SegmentRings rings) {
        this.hash = hash;
        this.lowHigh = fromLow ? p.sourceHigh : p.destinationHigh;
        this.lowLow = fromLow ? p.sourceLow : p.destinationLow;
        this.highHigh = fromLow ? p.destinationHigh : p.sourceHigh;
        this.highLow = fromLow ? p.destinationLow : p.sourceLow;
        this.lowPort = fromLow ? p.sourcePort : p.destinationPort;
        this.highPort = fromLow ? p.destinationPort : p.sourcePort;
        this.ipVersion = p.ipVersion;
        this.firstNanos = nanos;
        this.firstFromLow = fromLow;
        this.beginsWithRefusal = p.has(TcpPacket.RST) && p.has(TcpPacket.ACK) && p.seq == 0;
        this.previous = previous;
        this.ring = rings.take();
        this.ringStart = SegmentRings.start(ring);
        this.ringWords = rings.words(ring);
    }

    /** Gives the memory of its latest segments back; no more may be added or copied. */
    void release(SegmentRings rings) {
        ringWords = null;
        rings.release(ring);
    }

    /** Stands for this connection where the flow itself need not be kept. */
    Object identity() {
        if (identity == null) {
            identity = new Object();
        }
        return identity;
    }

    /** Segments ever added: the next one gets this number. */
    long segments() {
        return segments;
    }

    void add(TcpPacket p, long frame, long nanos, boolean fromLow, boolean duplicate) {
        PackedSegment.write(ringWords, ringStart + SegmentRings.offset(segments++), p, frame, nanos, fromLow, duplicate);
    }

    /** A copy of the segments numbered {@code from} to {@code to}, as far as still held. */
    SegmentLog copy(long from, long to) {
        long first = Math.max(from, Math.max(0, segments - SegmentRings.CAPACITY));
        int held = (int) Math.max(0, Math.min(to, segments) - first);
        long[] copy = new long[held * PackedSegment.WORDS];
        for (int i = 0; i < held; i++) {
            System.arraycopy(ringWords, ringStart + SegmentRings.offset(first + i), copy, i * PackedSegment.WORDS, PackedSegment.WORDS);
        }
        return new SegmentLog(copy);
    }

    boolean is(TcpPacket p, boolean fromLow) {
        return fromLow
                ? lowPort == p.sourcePort && highPort == p.destinationPort && lowLow == p.sourceLow && highLow == p.destinationLow
                        && lowHigh == p.sourceHigh && highHigh == p.destinationHigh
                : lowPort == p.destinationPort && highPort == p.sourcePort && lowLow == p.destinationLow && highLow == p.sourceLow
                        && lowHigh == p.destinationHigh && highHigh == p.sourceHigh;
    }

    SideState side(boolean isLow) {
        return isLow ? low : high;
    }

    long address(boolean isLow) {
        return isLow ? lowHigh : highHigh;
    }

    long addressLow(boolean isLow) {
        return isLow ? lowLow : highLow;
    }

    /** Reads a field of each cache line that {@link TcpTracker} will need; see {@link FlowScanner#accept}. */
    int touch() {
        int next = ringStart + SegmentRings.offset(segments);
        return low.touch() + high.touch() + hash + (int) (ringWords[next] + ringWords[next + PackedSegment.WORDS - 1]);
    }

    boolean reset() {
        return lowReset || highReset;
    }

    boolean closed() {
        return reset() || low.finSent && high.finSent;
    }

    void await(PendingReset reset) {
        if (pending.isEmpty()) {
            pending = new ArrayList<>(2);
        }
        pending.add(reset);
    }
}
