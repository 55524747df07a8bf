package org.resetscope.core.internal.flow;

import static org.resetscope.core.decode.TcpPacket.ACK;
import static org.resetscope.core.decode.TcpPacket.RST;
import static org.resetscope.core.decode.TcpPacket.SYN;

import org.resetscope.core.decode.TcpPacket;
import org.resetscope.core.detect.Dossier.Copy;
import org.resetscope.core.detect.Sequence;

/**
 * Follows the flows of one capture, packet by packet, and hands over every reset once enough of what follows it was seen.
 * Allocates for flows and resets, never for a packet.
 */
public final class FlowScanner {

    /** Receives resets in an order of its own; called while scanning. */
    public interface Sink {
        void settled(ObservedReset reset);

        /** What is known of a reset a moment after it came, before it is settled; only where time is told to {@link #advance}. */
        default void glimpsed(ObservedReset reset) {
        }
    }

    private static final int GROUP = 32;

    private final FlowTable flows;
    private final FlowState[] likely = new FlowState[GROUP];
    private final HostTable hosts = new HostTable();
    private final Sink sink;
    /** Of running traffic; null where a capture is read to its end. */
    private final AwaitedResets awaited;
    private long resets;
    private int digits;
    /** Keeps the compiler from dropping reads whose results nobody wants. */
    private int touched;

    public FlowScanner(Sink sink) {
        this(FlowTable.BUDGET, sink, null);
    }

    /** Of traffic that goes on: resets are handed over in time, by the clock of {@link #advance}. */
    public static FlowScanner ofRunningTraffic(Sink sink) {
        return new FlowScanner(FlowTable.BUDGET, sink, new AwaitedResets());
    }

    private FlowScanner(int budget, Sink sink, AwaitedResets awaited) {
        this.sink = sink;
        this.awaited = awaited;
        this.flows = new FlowTable(budget, this::settleAll);
    }

    /**
     * Takes in a batch. Following a segment costs a dozen reads scattered over memory; touching the flows of the next few first lets the
     * processor fetch them at the same time instead of one after the other (group prefetching; Chen et al., Improving Hash Join
     * Performance through Prefetching, ICDE 2004).
     *
     * @param base number of frames before the batch's capture, where it continues another
     */
    public void accept(SegmentBatch batch, long base) {
        digits = batch.digits();
        for (int from = 0; from < batch.size; from += GROUP) {
            int to = Math.min(batch.size, from + GROUP);
            touched += touch(batch, from, to);
            for (int i = from; i < to; i++) {
                follow(batch.segments[i], batch.hashes[i], base + batch.frames[i], batch.nanos[i]);
            }
        }
    }

    private int touch(SegmentBatch batch, int from, int to) {
        for (int i = from; i < to; i++) {
            likely[i - from] = flows.likely(batch.hashes[i]);
        }
        int sum = 0;
        for (int i = 0; i < to - from; i++) {
            if (likely[i] != null) {
                sum += likely[i].touch();
            }
        }
        return sum;
    }

    private void follow(TcpPacket p, int hash, long frame, long nanos) {
        boolean fromLow = Ends.fromLow(p);
        FlowState flow = flows.flow(p, hash, fromLow, nanos);
        SideState sender = flow.side(fromLow);
        if (p.has(RST)) {
            // a snapshot from before the reset, since the reset is what it is held against
            PendingReset pending = observe(flow, p, fromLow);
            if (TcpTracker.track(flow, p, fromLow, frame, nanos)) {
                register(flow, pending, p, fromLow);
            } else {
                repeated(flow, fromLow, new Copy(frame, nanos));
            }
        } else {
            boolean first = sender.segments == 0;
            boolean answered = sender.turnarounds > 0;
            if (TcpTracker.track(flow, p, fromLow, frame, nanos) && first) {
                hosts.began(p);
            }
            if (sender.turnarounds > 0 && !answered) {
                hosts.answered(p, sender.turnaroundNanos);
            }
        }
        if (!flow.pending.isEmpty()) {
            settleRipe(flow);
        }
    }

    /**
     * Says what time it is, several times a second: resets are glimpsed a moment after they came, and settled when nothing that belongs
     * to them is to be expected any more.
     *
     * @param nanos on any clock that goes on without packets and never goes back
     */
    public void advance(long nanos) {
        awaited.advance(nanos, pending -> sink.glimpsed(observed(pending)), pending -> {
            pending.flow.pending.remove(pending);
            settle(pending);
        });
    }

    /** Ends the capture: whatever still waits is handed over. */
    public void finish() {
        flows.close();
    }

    public long flows() {
        return flows.opened();
    }

    public long resets() {
        return resets;
    }

    private PendingReset observe(FlowState flow, TcpPacket p, boolean fromLow) {
        return new PendingReset(flow, digits, fromLow, acceptable(flow, p, fromLow), bytes(p, p.payloadOffset, p.payloadCaptured),
                bytes(p, p.optionsOffset, p.optionsLength));
    }

    private void register(FlowState flow, PendingReset pending, TcpPacket p, boolean fromLow) {
        resets++;
        flow.side(fromLow).resetsSent++;
        flow.side(fromLow).aborted |= p.has(ACK) && p.seq != 0;
        if (pending.accepted) {
            if (fromLow) {
                flow.highReset = true;
            } else {
                flow.lowReset = true;
            }
        }
        if ((p.flags & ACK) != 0 && p.seq == 0 && pending.claimed.segments() == 0) {
            hosts.refused(p);
        }
        pending.upToReset = flow.copy(pending.number + 1 - PendingReset.BEFORE, pending.number + 1);
        flow.await(pending);
        if (awaited != null) {
            awaited.add(pending);
        }
    }

    /** A copy is one of the latest packet of its side. */
    private static void repeated(FlowState flow, boolean fromLow, Copy copy) {
        for (int i = flow.pending.size() - 1; i >= 0; i--) {
            if (flow.pending.get(i).fromLow == fromLow) {
                flow.pending.get(i).copies.add(copy);
                return;
            }
        }
    }

    /**
     * Whether the receiver gives the connection up (RFC 5961, 3.2; RFC 9293, 3.10.7.3 for SYN-SENT): the sequence number must be just the
     * one it expects next. Judged by what passed the capture point.
     */
    private static boolean acceptable(FlowState flow, TcpPacket p, boolean fromLow) {
        SideState claimed = flow.side(fromLow);
        SideState receiver = flow.side(!fromLow);
        if (receiver.synSeen && !receiver.ackSeen) {
            return p.has(ACK) && p.ack == receiver.nextSeq;
        }
        if (claimed.segments > 0) {
            boolean acknowledged = receiver.ackSeen && p.seq == receiver.highestAck;
            // beyond what passed here (a gap, another path), or of the older connection that a new SYN met
            boolean unseen = claimed.gaps > 0 || Sequence.after(p.seq, claimed.nextSeq) || claimed.synSeen && claimed.nextSeq == claimed.isn + 1;
            return p.seq == claimed.nextSeq || acknowledged && unseen;
        }
        return !receiver.ackSeen || p.seq == receiver.highestAck;
    }

    private static byte[] bytes(TcpPacket p, int from, int length) {
        byte[] copy = new byte[Math.max(0, length)];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = p.buffer.get(from + i);
        }
        return copy;
    }

    private void settleRipe(FlowState flow) {
        while (!flow.pending.isEmpty() && flow.segments() - flow.pending.get(0).number > PendingReset.AFTER) {
            settle(flow.pending.remove(0));
        }
    }

    private void settleAll(FlowState flow) {
        flow.pending.forEach(this::settle);
        flow.pending = java.util.List.of();
    }

    private void settle(PendingReset pending) {
        pending.settled = true;
        sink.settled(observed(pending));
    }

    private ObservedReset observed(PendingReset pending) {
        return new ObservedReset(pending, pending.flow.copy(pending.number + 1, pending.number + 1 + PendingReset.AFTER), hosts);
    }
}
