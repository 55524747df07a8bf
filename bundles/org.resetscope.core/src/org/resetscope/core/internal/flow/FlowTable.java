package org.resetscope.core.internal.flow;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Consumer;

import org.resetscope.core.decode.TcpPacket;
import org.resetscope.core.detect.PreviousConnection;

/**
 * The flows that are being followed: open addressing with linear probing. Memory is bounded by a budget of flows, not by the capture:
 * when it is used up, flows that closed or fell silent are folded (handed out and forgotten), the least recently seen of each
 * neighbourhood first.
 */
final class FlowTable {

    /** Flows kept at the same time; about 2 KiB each. */
    static final int BUDGET = 32_768;
    private static final int NEIGHBOURHOOD = 64;
    private static final Comparator<FlowState> CLOSED_AND_SILENT = (a, b) -> a.closed() == b.closed()
            ? Long.compare(a.lastNanos, b.lastNanos) : a.closed() ? -1 : 1;

    private final Consumer<FlowState> folded;
    private final int budget;
    private final SegmentRings rings = new SegmentRings();
    private FlowState[] slots = new FlowState[1024];
    /** Of the flow in the same slot: probing looks here, and follows the reference only when it is likely the right one. */
    private int[] hashes = new int[1024];
    private final FlowState[] neighbours = new FlowState[NEIGHBOURHOOD];
    private int size;
    private long opened;
    private int hand;

    FlowTable(int budget, Consumer<FlowState> folded) {
        this.budget = budget;
        this.folded = folded;
    }

    /** Incarnations opened so far. */
    long opened() {
        return opened;
    }

    /** The flow with this hash, nearly always the right one; or null. */
    FlowState likely(int hash) {
        int mask = slots.length - 1;
        for (int at = hash & mask; slots[at] != null; at = at + 1 & mask) {
            if (hashes[at] == hash) {
                return slots[at];
            }
        }
        return null;
    }

    /** The flow of a packet; opened when new, also where a SYN reuses the addresses and ports of an older one. */
    FlowState flow(TcpPacket p, int hash, boolean fromLow, long nanos) {
        int mask = slots.length - 1;
        int at = hash & mask;
        for (; slots[at] != null; at = at + 1 & mask) {
            FlowState found = slots[at];
            if (hashes[at] == hash && found.is(p, fromLow)) {
                if (!TcpTracker.startsAnew(found, p, fromLow)) {
                    return found;
                }
                end(found);
                return slots[at] = open(p, hash, fromLow, nanos, summary(found, fromLow));
            }
        }
        if (size >= budget) {
            fold();
            return insert(open(p, hash, fromLow, nanos, null));
        }
        if (size * 2 >= slots.length) {
            grow();
            return insert(open(p, hash, fromLow, nanos, null));
        }
        return put(at, open(p, hash, fromLow, nanos, null));
    }

    private FlowState open(TcpPacket p, int hash, boolean fromLow, long nanos, PreviousConnection previous) {
        opened++;
        return new FlowState(hash, p, fromLow, nanos, previous, rings);
    }

    private void end(FlowState flow) {
        folded.accept(flow);
        flow.release(rings);
    }

    /** Folds whatever is left. */
    void close() {
        for (FlowState flow : slots) {
            if (flow != null) {
                end(flow);
            }
        }
        slots = new FlowState[1];
        size = 0;
    }

    private static PreviousConnection summary(FlowState old, boolean newClientIsLow) {
        boolean clientWasLow = old.clientIsLow == null ? newClientIsLow : old.clientIsLow;
        return new PreviousConnection(old.lastNanos, old.closed(), clientWasLow == newClientIsLow, old.side(!clientWasLow).nextSeq,
                old.side(clientWasLow).nextSeq);
    }

    private FlowState insert(FlowState flow) {
        int mask = slots.length - 1;
        int at = flow.hash & mask;
        while (slots[at] != null) {
            at = at + 1 & mask;
        }
        return put(at, flow);
    }

    private FlowState put(int at, FlowState flow) {
        size++;
        hashes[at] = flow.hash;
        return slots[at] = flow;
    }

    private void grow() {
        FlowState[] old = slots;
        slots = new FlowState[old.length * 2];
        hashes = new int[slots.length];
        size = 0;
        for (FlowState flow : old) {
            if (flow != null) {
                insert(flow);
            }
        }
    }

    /**
     * Frees places: of the next few flows that the hand meets, the longest silent half of those that closed; where none has closed, the
     * longest silent one. Several at a time, since looking at a flow costs more than folding it.
     */
    private void fold() {
        int mask = slots.length - 1;
        int closed = 0;
        for (int met = 0; met < NEIGHBOURHOOD; hand = hand + 1 & mask) {
            FlowState flow = slots[hand];
            if (flow != null) {
                closed += flow.closed() ? 1 : 0;
                neighbours[met++] = flow;
            }
        }
        Arrays.sort(neighbours, CLOSED_AND_SILENT);
        for (int i = 0; i < Math.max(1, closed / 2); i++) {
            end(neighbours[i]);
            remove(slot(neighbours[i]));
        }
        Arrays.fill(neighbours, null);
    }

    private int slot(FlowState flow) {
        int mask = slots.length - 1;
        int at = flow.hash & mask;
        while (slots[at] != flow) {
            at = at + 1 & mask;
        }
        return at;
    }

    /** Removal by shifting back what the gap would cut off (Knuth, TAOCP 3, 6.4, algorithm R). */
    private void remove(int gap) {
        int mask = slots.length - 1;
        for (int at = gap + 1 & mask; slots[at] != null; at = at + 1 & mask) {
            int home = hashes[at] & mask;
            if ((at - home & mask) >= (at - gap & mask)) {
                slots[gap] = slots[at];
                hashes[gap] = hashes[at];
                gap = at;
            }
        }
        slots[gap] = null;
        size--;
    }

    /** The same for both directions. */
    static int hash(TcpPacket p) {
        long h = p.sourceHigh + p.destinationHigh;
        h = (h ^ p.sourceLow + p.destinationLow) * 0x9e3779b97f4a7c15L;
        h ^= (p.sourceLow ^ p.destinationLow) * 0xc2b2ae3d27d4eb4fL;
        h ^= ((long) (p.sourcePort * p.destinationPort) << 20 ^ p.sourcePort + p.destinationPort) * 0x165667b19e3779f9L;
        h *= 0x9e3779b97f4a7c15L;
        return (int) (h >>> 32);
    }
}
