package org.resetscope.core.internal.flow;

import java.util.HashMap;
import java.util.Map;

import org.resetscope.core.decode.TcpPacket;
import org.resetscope.core.detect.HostHabits;

/** Habits of each host, learned once per flow and side. Bounded: hosts beyond the budget (a scan from forged addresses) have none. */
final class HostTable {

    private static final int BUDGET = 65_536;
    private static final int TTLS = 4;

    private record Address(long high, long low) {
    }

    private static final class Host {
        private long flows;
        private long refusals;
        private long accepts;
        private long opened;
        private long turnaroundNanos = -1;
        private final int[] ttls = new int[TTLS];
        private final long[] counts = new long[TTLS];

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

    private final Map<Address, Host> hosts = new HashMap<>();

    /** The first segment of one side of a flow. */
    void began(TcpPacket p) {
        Host host = host(p.sourceHigh, p.sourceLow);
        if (host != null) {
            host.flows++;
            host.sawTtl(p.ttl);
            if (p.has(TcpPacket.SYN)) {
                if (p.has(TcpPacket.ACK)) {
                    host.accepts++;
                } else {
                    host.opened++;
                }
            }
        }
    }

    void answered(TcpPacket p, long turnaroundNanos) {
        Host host = host(p.sourceHigh, p.sourceLow);
        if (host != null && (host.turnaroundNanos < 0 || turnaroundNanos < host.turnaroundNanos)) {
            host.turnaroundNanos = turnaroundNanos;
        }
    }

    void refused(TcpPacket p) {
        Host host = host(p.sourceHigh, p.sourceLow);
        if (host != null) {
            host.refusals++;
        }
    }

    HostHabits habits(long high, long low) {
        Host host = hosts.get(new Address(high, low));
        return host == null ? HostHabits.NONE
                : new HostHabits(host.flows, host.ttls.clone(), host.counts.clone(), host.refusals, host.accepts, host.opened,
                        host.turnaroundNanos);
    }

    private Host host(long high, long low) {
        Address address = new Address(high, low);
        Host host = hosts.get(address);
        if (host == null && hosts.size() < BUDGET) {
            host = new Host();
            hosts.put(address, host);
        }
        return host;
    }
}
