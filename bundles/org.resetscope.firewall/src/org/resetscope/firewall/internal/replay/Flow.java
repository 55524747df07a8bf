package org.resetscope.firewall.internal.replay;

import java.util.ArrayDeque;
import java.util.Deque;

import org.resetscope.firewall.internal.conntrack.TrackedConnection;

/** What is kept of the packets between two endpoints, beside their connection's entry. */
final class Flow {

    /** The connection of a SYN that the rules refuse: counts once the other side answers, for then they did not. */
    TrackedConnection doubtful;
    /** Its connection's entry whose time ran out, since when there was none. */
    TrackedConnection lost;
    private final Deque<Recent> recent = new ArrayDeque<>(4);
    private Passing last;

    /** The last segments, the newest first. */
    Deque<Recent> recent() {
        return recent;
    }

    /** @param nanos for which a segment matters, and most how many at most */
    void keep(Recent packet, long nanos, int most) {
        while (!recent.isEmpty() && (recent.size() >= most || packet.packet().nanos() - recent.getLast().packet().nanos() > nanos)) {
            recent.removeLast();
        }
        recent.addFirst(packet);
    }

    /** A segment has got its reset: there is no second one to it. */
    void answered(Passing packet) {
        recent.removeIf(r -> r.packet() == packet);
    }

    /** Whether a segment is the last one again, seen a second time on its way by a capture of several interfaces. */
    boolean again(Passing p, long within) {
        boolean same = last != null && p.ttl() < last.ttl() && p.nanos() - last.nanos() <= within && p.ipId() == last.ipId()
                && p.segment().equals(last.segment()) && p.tuple().equals(last.tuple());
        last = p;
        return same;
    }
}
