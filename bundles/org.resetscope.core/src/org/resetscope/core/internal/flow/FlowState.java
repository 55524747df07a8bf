package org.resetscope.core.internal.flow;

import java.util.ArrayList;
import java.util.List;

import org.resetscope.core.decode.TcpPacket;
import org.resetscope.core.detect.PreviousConnection;

/** One incarnation of a 4-tuple. The two ends are called low and high by the order of their addresses, whoever is the client. */
final class FlowState {

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
    final SegmentLog log = new SegmentLog();
    final History history = new History();
    final long firstNanos;
    final PreviousConnection previous;
    /** Stands for this connection where the flow itself, with its log, need not be kept. */
    final Object identity = new Object();

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

    FlowState(int hash, TcpPacket p, boolean fromLow, long nanos, PreviousConnection previous) {
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

    /** See {@link FlowTable#touch}. */
    int touch() {
        return low.segments() + high.segments() + log.touch() + history.touch();
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
