package org.resetscope.firewall.internal.conntrack;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import org.resetscope.firewall.internal.model.CtState;
import org.resetscope.firewall.internal.model.TcpBits;

/**
 * Linux' connection tracking of TCP (nf_conntrack_proto_tcp.c), run over segments in the order in which a machine meets them, on the clock
 * of whoever recorded them. Not thread-safe.
 */
public final class ConntrackTable {

    /** Connections that are kept; the one that was silent longest gives way, as in a full table of the kernel's. */
    private static final int MOST = 1 << 18;

    private final TrackingSettings settings;
    private final Map<Tuple, TrackedConnection> replies = new HashMap<>();
    private final Map<Tuple, TrackedConnection> originals = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Tuple, TrackedConnection> eldest) {
            if (size() > MOST) {
                replies.remove(eldest.getValue().reply(), eldest.getValue());
                return true;
            }
            return false;
        }
    };

    public ConntrackTable(TrackingSettings settings) {
        this.settings = settings;
    }

    /**
     * A segment before any of its addresses are translated.
     *
     * @param nanos when, on any clock
     * @return what it is; a new connection is in the table once its segment has passed all rules: {@link #confirm}
     */
    public Tracked see(Tuple tuple, TcpSegment segment, long nanos) {
        if (!segment.checksumGood() && settings.checksums()) {
            return Tracked.invalid("its checksum is wrong");
        }
        TrackedConnection entry = originals.get(tuple);
        boolean reply = entry == null;
        entry = reply ? replies.get(tuple) : entry;
        if (entry != null && entry.expired(nanos)) {
            forget(entry);
            entry = null;
        }
        return entry == null ? first(tuple, segment, nanos) : known(entry, reply, tuple, segment, nanos);
    }

    private Tracked first(Tuple tuple, TcpSegment segment, long nanos) {
        TcpState state = TcpState.NONE.after(segment.flags(), false);
        boolean middle = state == TcpState.ESTABLISHED;
        if (middle && !settings.loose()) {
            return Tracked.invalid("no connection of it is known, and nf_conntrack_tcp_loose=0 takes none up");
        } else if (!middle && state != TcpState.SYN_SENT) {
            return Tracked.invalid("no connection of it is known, and it opens none");
        }
        TrackedConnection entry = new TrackedConnection(tuple, segment, state);
        entry.seen(state, segment, false, nanos, settings);
        return new Tracked(CtState.NEW, entry, false, null);
    }

    private Tracked known(TrackedConnection entry, boolean reply, Tuple tuple, TcpSegment segment, long nanos) {
        TcpState before = entry.state();
        TcpState after = before.after(segment.flags(), reply);
        if (after == TcpState.SYN_SENT && before.compareTo(TcpState.TIME_WAIT) >= 0) {
            if (entry.reopens(reply)) {
                forget(entry);
                return see(tuple, segment, nanos);
            }
            after = TcpState.IGNORE;
        }
        if (after == TcpState.INVALID) {
            return Tracked.invalid("it does not belong into the state " + before + " of its connection");
        } else if (after == TcpState.IGNORE && entry.beginsAnew(segment, reply)) {
            before = TcpState.SYN_SENT;
            after = TcpState.SYN_RECV;
        } else if (after == TcpState.IGNORE) {
            entry.passOver(segment, reply);
            return tracked(entry, reply);
        }
        TcpPeer sender = entry.sender(reply);
        TcpPeer receiver = entry.sender(!reply);
        boolean reset = segment.has(TcpBits.RST);
        if (reset && before == TcpState.CLOSE) {
            return tracked(entry, reply); // another one for what is closed: measured with Linux 6.18, whatever its number
        } else if (reset && !entry.oddSyn() && receiver.ackSeen && WindowCheck.after(receiver.highestAck, segment.sequence())
                && !settings.ignoreInvalidResets()) {
            return Tracked.invalid("it is a reset with a sequence number that was acknowledged before");
        }
        WindowCheck.Result result = new WindowCheck(sender, receiver, before, segment).check();
        boolean liberal = settings.liberal() || sender.liberal;
        if (!liberal && result.fit() != WindowCheck.Fit.IN_WINDOW) {
            return invalid(result.fit()) ? Tracked.invalid(result.why()) : tracked(entry, reply);
        }
        // a reset within the window that is not the next one expected is answered by a challenge, not obeyed (RFC 5961)
        boolean challenged = reset && before == TcpState.ESTABLISHED && receiver.ackSeen && segment.sequence() != receiver.highestAck
                && !entry.continues(segment, reply);
        if (reset && !entry.answered()) {
            forget(entry);
        }
        entry.seen(challenged ? before : after, segment, reply, nanos, settings);
        return tracked(entry, reply);
    }

    /** What is not, is let pass and changes nothing. */
    private boolean invalid(WindowCheck.Fit fit) {
        return switch (fit) {
            case BEYOND -> true;
            case LITTLE_BEYOND -> settings.littleBeyondIsInvalid();
            case BEHIND -> settings.behindIsInvalid();
            case IN_WINDOW -> false;
        };
    }

    private static Tracked tracked(TrackedConnection entry, boolean reply) {
        if (reply) {
            entry.setAnswered();
        }
        return new Tracked(entry.answered() ? CtState.ESTABLISHED : CtState.NEW, entry, reply, null);
    }

    /**
     * Keeps a new connection, whose first segment has passed all rules.
     *
     * @param answers addresses that the answers have, as sent: the first segment's reversed, unless they were translated
     */
    public void confirm(TrackedConnection entry, Tuple answers) {
        if (originals.putIfAbsent(entry.original(), entry) == null) {
            entry.translate(answers);
            replies.put(answers, entry);
        }
    }

    /** As {@link #confirm(TrackedConnection, Tuple)}, with the translation that it has. */
    public void confirm(TrackedConnection entry) {
        confirm(entry, entry.reply());
    }

    /** Takes note of how a connection's first direction was seen to go on, which tells what its answers look like. */
    public void translated(TrackedConnection entry, Tuple answers) {
        if (replies.remove(entry.reply(), entry)) {
            replies.put(answers, entry);
        }
        entry.translate(answers);
        entry.setWitnessed();
    }

    /** The entry of a segment's connection, also one whose time has run out since its last segment; null where there is none. */
    public TrackedConnection find(Tuple tuple) {
        TrackedConnection entry = originals.get(tuple);
        return entry == null ? replies.get(tuple) : entry;
    }

    /** A rule answers a segment of a connection with a reset: since Linux 6.3 its entry is closed with it (nf_ct_set_closing). */
    public void closing(TrackedConnection entry, long nanos) {
        if (settings.rejectCloses()) {
            entry.close(nanos, settings);
        }
    }

    private void forget(TrackedConnection entry) {
        originals.remove(entry.original(), entry);
        replies.remove(entry.reply(), entry);
    }

    /** Forgets all connections, as a restart does. */
    public void clear() {
        originals.clear();
        replies.clear();
    }
}
