package org.resetscope.core.flowview;

import java.util.List;

/**
 * A segment with what a sender's view of the connection is made of.
 *
 * @param window in bytes, scaled (RFC 7323, 2.3); -1 where the segment has none, or the scale is not known because the capture lacks the
 *        handshake
 * @param sacks blocks of data that the sender of this segment says it holds beyond its acknowledgement (RFC 2018), relative as
 *        {@link FlowPacket#ack()}
 */
public record FlowSegment(FlowPacket packet, long window, List<Block> sacks) {

    /** @param from first sequence number; {@code to} the one after the last */
    public record Block(long from, long to) {
    }

    public FlowSegment {
        sacks = List.copyOf(sacks);
    }
}
