package org.resetscope.firewall.internal.conntrack;

import java.util.ArrayDeque;
import java.util.Deque;

/** The packets between two endpoints: their entry in conntrack's table, if there is one, and the last of them. */
public final class Flow<T> {

    private static final int RECENT = 12;

    Entry entry;
    /** Whether the entry's first segment went from the endpoint with the lower address. */
    boolean originalFromLow;
    /** Entry of a connection whose first segment the rules refuse; counts once the other side answers it. */
    boolean doubtful;
    private final Deque<T> recent = new ArrayDeque<>(4);
    private int ipId = -1;
    private int ttl = -1;
    private Header last;
    private boolean lastFromLow;
    private long lastNanos;

    /** What was kept of the last packets, the newest first. */
    public Iterable<T> recent() {
        return recent;
    }

    public boolean hasRecent() {
        return !recent.isEmpty();
    }

    public void keep(T packet) {
        if (recent.size() >= RECENT) {
            recent.removeLast();
        }
        recent.addFirst(packet);
    }

    /** Whether a packet is the last one again, seen a second time on its way by a capture of several interfaces. */
    boolean again(Header h, boolean fromLow, int id, int hops, long nanos, long within) {
        boolean same = last != null && lastFromLow == fromLow && ipId == id && hops < ttl && last.equals(h) && nanos - lastNanos <= within;
        if (!same) {
            last = h;
            lastFromLow = fromLow;
            ipId = id;
            ttl = hops;
            lastNanos = nanos;
        }
        return same;
    }
}
