package org.resetscope.core.internal.flow;

import java.util.Arrays;

import org.resetscope.core.decode.TcpPacket;
import org.resetscope.core.detect.HostHabits;

/**
 * Habits of each host, learned once per flow and side. Bounded: beyond the budget (days of traffic, a scan from forged addresses) the
 * half of the hosts that has been silent longest is forgotten.
 */
final class HostTable {

    private static final int BUDGET = 65_536;
    private static final int TTLS = 4;

    private static final class Host {
        private final long high;
        private final long low;
        /** In the same bucket. */
        private Host next;
        /** When it began its latest flow, by a running number. */
        private long latest;
        private long flows;
        private long refusals;
        private long accepts;
        private long opened;
        private long turnaroundNanos = -1;
        private boolean labels;
        private final int[] ttls = new int[TTLS];
        private final long[] counts = new long[TTLS];

        private Host(long high, long low) {
            this.high = high;
            this.low = low;
        }

        private void sawTtl(int ttl) {
            for (int i = 0; i < TTLS; i++) {
                if (counts[i] == 0 || ttls[i] == ttl) {
                    ttls[i] = ttl;
                    counts[i]++;
                    for (; i > 0 && counts[i] > counts[i - 1]; i--) {
                        swap(i, i - 1);
                    }
                    return;
                }
            }
        }

        private void swap(int i, int j) {
            int ttl = ttls[i];
            long count = counts[i];
            ttls[i] = ttls[j];
            counts[i] = counts[j];
            ttls[j] = ttl;
            counts[j] = count;
        }
    }

    private Host[] buckets = new Host[1024];
    private int size;
    private long began;

    /** The first segment of one side of a flow. */
    void began(TcpPacket p) {
        Host host = host(p.sourceHigh, p.sourceLow);
        host.latest = ++began;
        host.flows++;
        host.sawTtl(p.ttl);
        host.labels |= p.flowLabel > 0;
        if (p.has(TcpPacket.SYN)) {
            if (p.has(TcpPacket.ACK)) {
                host.accepts++;
            } else {
                host.opened++;
            }
        }
    }

    void answered(TcpPacket p, long turnaroundNanos) {
        Host host = host(p.sourceHigh, p.sourceLow);
        if (host.turnaroundNanos < 0 || turnaroundNanos < host.turnaroundNanos) {
            host.turnaroundNanos = turnaroundNanos;
        }
    }

    void refused(TcpPacket p) {
        Host host = host(p.sourceHigh, p.sourceLow);
        host.refusals++;
        host.labels |= p.flowLabel > 0;
    }

    HostHabits habits(long high, long low) {
        Host host = find(high, low);
        return host == null ? HostHabits.NONE
                : new HostHabits(host.flows, host.ttls.clone(), host.counts.clone(), host.refusals, host.accepts, host.opened,
                        host.turnaroundNanos, host.labels);
    }

    private Host host(long high, long low) {
        Host host = find(high, low);
        if (host == null) {
            if (size == BUDGET) {
                forget();
            }
            if (size == buckets.length) {
                grow();
            }
            size++;
            host = new Host(high, low);
            host.latest = ++began;
            add(host);
        }
        return host;
    }

    private Host find(long high, long low) {
        Host host = buckets[bucket(high, low)];
        while (host != null && (host.low != low || host.high != high)) {
            host = host.next;
        }
        return host;
    }

    private void add(Host host) {
        int bucket = bucket(host.high, host.low);
        host.next = buckets[bucket];
        buckets[bucket] = host;
    }

    private void forget() {
        long[] latest = new long[size];
        int seen = 0;
        for (Host first : buckets) {
            for (Host host = first; host != null; host = host.next) {
                latest[seen++] = host.latest;
            }
        }
        Arrays.sort(latest);
        rehash(buckets.length, latest[size / 2]);
    }

    private void grow() {
        rehash(buckets.length * 2, 0);
    }

    /** Keeps those whose latest flow began then or later. */
    private void rehash(int length, long since) {
        Host[] old = buckets;
        buckets = new Host[length];
        size = 0;
        for (Host first : old) {
            for (Host host = first, next; host != null; host = next) {
                next = host.next;
                if (host.latest >= since) {
                    add(host);
                    size++;
                }
            }
        }
    }

    private int bucket(long high, long low) {
        long hash = (high * 0xc2b2ae3d27d4eb4fL ^ low) * 0x9e3779b97f4a7c15L;
        return (int) (hash >>> 32) & buckets.length - 1;
    }
}
