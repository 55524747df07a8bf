package org.resetscope.core.detect;

/**
 * What had been seen of one side of a flow when a reset came (the reset itself not counted). Sequence numbers are raw.
 *
 * @param segments without resets and duplicates
 * @param synSeen whether a SYN or SYN,ACK of this side was seen
 * @param nextSeq highest sequence number sent plus one; meaningless where segments is 0
 * @param highestAck highest acknowledgement sent; meaningless unless ackSeen
 * @param window last window field, unscaled; windowScale -1: the option was not seen
 * @param maxWindow highest window field after the handshake
 * @param ttlMin lowest TTL of its segments; -1 where none was seen
 * @param ipIdZero segments with IP-ID 0; ipIdSeen: segments that have an IP-ID at all
 * @param ipIdLast -1: none
 * @param timestamped segments with the timestamps option
 * @param flowLabelLast -1 for IPv4
 * @param turnaroundNanos shortest time between a segment of the other side and this side's acknowledgement of just that segment, as
 *        seen at the capture point; -1 where never seen. No answer of this host can come back faster.
 * @param turnarounds how many such pairs were seen
 * @param finSent sequence number space closed by this side
 * @param resetsSent earlier resets that carry this side's address
 * @param aborted whether one of these has the form of a live socket's, with ACK and a sequence number
 * @param lastSeenNanos capture time of its last segment
 */
public record Side(long segments, long dataSegments, long dataBytes, boolean synSeen, int isn, int nextSeq, boolean ackSeen, int highestAck,
        int window, int windowScale, int maxWindow, int ttlLast, int ttlMin, int ttlMax, long ipIdZero, long ipIdSeen, int ipIdLast,
        long timestamped, boolean timestampsOffered, int lastTsVal, int flowLabelLast, long turnaroundNanos, long turnarounds,
        boolean finSent, int resetsSent, boolean aborted, long lastSeenNanos, long lastDataNanos, int retransmissions, int gaps) {

    /** Hop count from this side to the capture point, by the usual initial TTLs; -1 where nothing was seen. */
    public int hops() {
        return ttlMax < 0 ? -1 : hops(ttlMax);
    }

    /** Hops that a packet with this TTL has behind it when it started at 64, 128 or 255, the values in use. */
    public static int hops(int ttl) {
        return ttl <= 64 ? 64 - ttl : ttl <= 128 ? 128 - ttl : 255 - ttl;
    }
}
