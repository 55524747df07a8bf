package org.resetscope.firewall.internal.conntrack;

import java.util.LinkedHashMap;
import java.util.Map;

import org.resetscope.core.decode.Checksums;
import org.resetscope.core.decode.TcpPacket;
import org.resetscope.firewall.internal.model.CtState;
import org.resetscope.firewall.internal.model.TcpBits;
import org.resetscope.firewall.internal.trace.TcpState;

/**
 * conntrack's table, fed with the packets of one capture; time is that of the capture. Connections are forgotten as the kernel does, and
 * the least recently used ones where there are more than memory allows.
 *
 * @param <T> what the caller keeps of packets
 */
public final class Tracker<T> {

    /** About 600 bytes each. */
    private static final int MOST_FLOWS = 200_000;
    private static final long AGAIN_NANOS = 5_000_000;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Kernel kernel;
    private final Map<Key, Flow<T>> flows = new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Flow<T>> eldest) {
            return size() > MOST_FLOWS;
        }
    };
    private Flow<T> flow;
    private Entry opened;
    private Header header;
    private boolean fromLow;

    public Tracker(Kernel kernel) {
        this.kernel = kernel;
    }

    /**
     * Looks at the next packet. A connection that it opens is in the table once {@link #confirm} says so.
     *
     * @return null where it is the same packet as before, seen once more
     */
    public Tracked look(TcpPacket p, long nanos) {
        fromLow = Key.fromLow(p);
        header = Header.of(p, kernel.checksums && Checksums.verify(p) == TcpPacket.Checksum.BAD);
        flow = flows.computeIfAbsent(Key.of(p), k -> new Flow<>());
        opened = null;
        if (flow.again(header, fromLow, p.ipId, p.ttl, nanos, AGAIN_NANOS)) {
            return null;
        }
        if (header.badChecksum()) {
            return invalid(false, "its checksum is wrong", false);
        }
        String lost = null;
        if (flow.entry != null && flow.entry.expired(nanos)) {
            lost = expiry(flow.entry, nanos);
            flow.entry = null;
        }
        if (flow.entry != null && flow.doubtful && !answersDoubt()) {
            flow.entry = null;
        }
        return flow.entry == null ? first(lost, nanos) : known(nanos);
    }

    /** The connection of the packet looked at last. */
    public Flow<T> flow() {
        return flow;
    }

    /**
     * Puts the connection into the table that the packet looked at last has opened.
     *
     * @param refused whether the rules refuse the packet, as far as is known: the connection is there only if the other side answers
     */
    public void confirm(boolean refused) {
        if (opened != null) {
            flow.entry = opened;
            flow.originalFromLow = fromLow;
            flow.doubtful = refused;
            if (refused && !header.has(TcpBits.SYN)) {
                flow.entry = null;
            }
        }
    }

    /** A rule has reset the flow's connection. */
    public void reset(long nanos) {
        if (flow.entry != null && kernel.rejectCloses) {
            flow.entry.close(nanos);
        }
    }

    private boolean answersDoubt() {
        boolean answers = fromLow != flow.originalFromLow && !header.has(TcpBits.RST);
        boolean repeated = fromLow == flow.originalFromLow && header.flags() == TcpBits.SYN;
        if (answers) {
            flow.doubtful = false;
        }
        return answers && !repeated;
    }

    private Tracked first(String lost, long nanos) {
        Entry entry = Entry.of(header, kernel);
        if (entry == null) {
            String why = header.has(TcpBits.RST) ? "a reset of a connection that is not known"
                    : TcpState.NONE.after(header.flags(), false) == TcpState.ESTABLISHED
                            ? "it belongs to no known connection, and nf_conntrack_tcp_loose is 0"
                            : "it belongs to no known connection and does not open one";
            return invalid(lost != null, lost == null ? why : why + ": " + lost, false);
        }
        if (entry.take(header, 0, nanos) != Entry.Result.ACCEPTED) {
            return invalid(lost != null, entry.fault(), false);
        }
        opened = entry;
        String why = header.has(TcpBits.SYN) ? null
                : lost == null ? "no entry for its connection was seen to be made" : lost;
        return new Tracked(CtState.NEW, false, true, why, lost != null);
    }

    private Tracked known(long nanos) {
        int side = fromLow == flow.originalFromLow ? 0 : 1;
        Entry entry = flow.entry;
        boolean answered = entry.answered();
        Entry.Result result = entry.take(header, side, nanos);
        if (result == Entry.Result.REOPENS) {
            flow.entry = null;
            return first(null, nanos);
        }
        if (result == Entry.Result.INVALID) {
            return invalid(false, entry.fault(), true);
        }
        return new Tracked(side == 1 || answered ? CtState.ESTABLISHED : CtState.NEW, side == 1, true, null, false);
    }

    private static Tracked invalid(boolean expired, String why, boolean known) {
        return new Tracked(CtState.INVALID, false, known, why, expired);
    }

    private static String expiry(Entry entry, long nanos) {
        return String.format(java.util.Locale.ROOT, "its entry was forgotten: nothing came for %.3f s, and in state %s it is kept for %.0f s",
                (nanos - entry.lastSeenNanos()) / NANOS_PER_SECOND, entry.state(), entry.timeoutNanos() / NANOS_PER_SECOND);
    }
}
