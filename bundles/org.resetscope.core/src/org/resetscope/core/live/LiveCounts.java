package org.resetscope.core.live;

import org.resetscope.core.model.Timestamp;

/**
 * How much went by.
 *
 * @param packets read, whatever they are
 * @param flows TCP connections
 * @param resets seen, told or not
 * @param untold resets that were counted only, since they came faster than they could be judged
 * @param losses packets that never got here
 * @param start time of the first packet, {@code end} of the latest one; null where there is none
 */
public record LiveCounts(long packets, long tcpPackets, long flows, long resets, long untold, PacketFeed.Losses losses, Timestamp start,
        Timestamp end) {
}
