package org.resetscope.firewall.internal.replay;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.resetscope.firewall.internal.conntrack.ConntrackTable;
import org.resetscope.firewall.internal.conntrack.Tracked;
import org.resetscope.firewall.internal.conntrack.TrackedConnection;
import org.resetscope.firewall.internal.conntrack.TrackingSettings;
import org.resetscope.firewall.internal.conntrack.Tuple;
import org.resetscope.firewall.internal.model.CtState;
import org.resetscope.firewall.internal.model.TcpBits;

/** Connection tracking fed with what a capture shows, which is less than the machine saw. Least recently used flows are given up. */
final class Tracker {

    /** About 2000 bytes each where all of them are busy. */
    private static final int MOST_FLOWS = 50_000;
    private static final long AGAIN_NANOS = 5_000_000;
    private static final double NANOS_PER_SECOND = 1e9;

    private final ConntrackTable table;
    private final Map<Tuple, Flow> flows = new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Tuple, Flow> eldest) {
            return size() > MOST_FLOWS;
        }
    };
    private Passing packet;
    private Tracked tracked;

    Tracker(TrackingSettings settings) {
        table = new ConntrackTable(settings);
    }

    /**
     * Looks at the next segment. A connection that it opens is in the table once {@link #confirm} says so.
     *
     * @return null where it is the same packet as before, seen once more
     */
    Tracking look(Passing p) {
        packet = p;
        Flow flow = flow(p.tuple());
        if (flow.again(p, AGAIN_NANOS)) {
            return null;
        }
        if (flow.doubtful != null) {
            boolean answers = p.tuple().equals(flow.doubtful.reply()) && !p.has(TcpBits.RST);
            if (answers) {
                confirm(flow.doubtful);
            }
            flow.doubtful = null;
        }
        TrackedConnection before = table.find(p.tuple());
        if (before != null && before.expired(p.nanos())) {
            flow(before.original()).lost = before;
            flow(before.reply()).lost = before;
        }
        tracked = table.see(p.tuple(), p.segment(), p.nanos());
        TrackedConnection lost = p.has(TcpBits.SYN) && tracked.state() == CtState.NEW ? null : flow.lost;
        String why = tracked.why();
        if (lost != null) {
            why = (why == null ? "" : why + ": ") + expiry(lost, p.nanos());
        } else if (tracked.state() == CtState.NEW && before == null && !p.has(TcpBits.SYN)) {
            why = "its connection's beginning was not captured";
        }
        if (p.onward() != null && tracked.entry() != null && !tracked.reply()) {
            table.translated(tracked.entry(), p.onward().tuple().reversed());
        }
        return Tracking.of(tracked, why, lost == null ? Tracking.Past.NONE
                : p.tuple().equals(lost.reply()) ? Tracking.Past.EXPIRED_FOR_REPLY : Tracking.Past.EXPIRED, forwarded(before));
    }

    /** @param before the entry of the segment's connection before it came */
    private Tuple forwarded(TrackedConnection before) {
        TrackedConnection entry = tracked.entry();
        if (entry != null && entry.witnessed()) {
            Tuple forth = entry.original().to(entry.reply().source(), entry.reply().sourcePort());
            return tracked.reply() ? forth.reversed() : forth;
        }
        boolean asItIs = before != null && before.witnessed() && before.reply().equals(before.original().reversed());
        return asItIs ? packet.tuple() : null;
    }

    /** The addresses with which a segment came that was seen only as it went on. */
    Tuple arrival(Tuple onward) {
        Tuple answer = onward.reversed();
        TrackedConnection entry = table.find(answer);
        return entry == null ? onward : entry.original().equals(answer) ? entry.reply() : entry.original();
    }

    private static Tuple canonical(Tuple t) {
        BigInteger source = t.source();
        int order = source.compareTo(t.destination());
        return order < 0 || order == 0 && t.sourcePort() <= t.destinationPort() ? t : t.reversed();
    }

    private static String expiry(TrackedConnection entry, long nanos) {
        return String.format(Locale.ROOT, "its connection was silent for %.1f s, and in state %s it is kept for %.0f s",
                (nanos - entry.lastSeenNanos()) / NANOS_PER_SECOND, entry.state(), entry.timeoutNanos() / NANOS_PER_SECOND);
    }

    /** Between two endpoints, in both directions. */
    Flow flow(Tuple tuple) {
        return flows.computeIfAbsent(canonical(tuple), t -> new Flow());
    }

    /**
     * Puts the connection into the table that the segment looked at last has opened.
     *
     * @param refused whether the rules refuse the segment, as far as is known
     */
    void confirm(boolean refused) {
        TrackedConnection entry = tracked.entry();
        if (!refused) {
            confirm(entry);
        } else if (packet.has(TcpBits.SYN)) {
            flow(packet.tuple()).doubtful = entry;
        }
    }

    private void confirm(TrackedConnection entry) {
        table.confirm(entry);
        flow(entry.original()).lost = null;
        flow(entry.reply()).lost = null;
    }

    /** A rule has reset the connection of a segment. */
    void reset(Tuple tuple, long nanos) {
        TrackedConnection entry = table.find(tuple);
        if (entry != null) {
            table.closing(entry, nanos);
        }
    }
}
