package org.resetscope.core.detect;

/**
 * What one host did on its other connections in the same capture (resets not counted).
 *
 * @param flows connections on which packets of it were seen
 * @param ttls the distinct TTLs at the start of its connections, most frequent first, at most four; ttlCounts how often each
 * @param refusals resets with its address that answered a SYN
 * @param accepts SYN,ACKs with its address
 * @param opened SYNs with its address
 * @param turnaroundNanos shortest answer ever seen of it, as {@link Side#turnaroundNanos()}; -1 where none was
 * @param labels whether it sets IPv6 flow labels, on resets too
 */
public record HostHabits(long flows, int[] ttls, long[] ttlCounts, long refusals, long accepts, long opened, long turnaroundNanos,
        boolean labels) {

    /** Of a host with no other connection in the capture. */
    public static final HostHabits NONE = new HostHabits(0, new int[0], new long[0], 0, 0, 0, -1, false);

    /** The TTL this host nearly always has at the capture point, or -1 where it varies or was never seen. */
    public int usualTtl() {
        long total = 0;
        for (long c : ttlCounts) {
            total += c;
        }
        return total > 0 && ttlCounts[0] * 10 >= total * 9 ? ttls[0] : -1;
    }
}
