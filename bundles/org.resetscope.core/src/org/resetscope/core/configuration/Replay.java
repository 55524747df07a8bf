package org.resetscope.core.configuration;

import org.resetscope.core.decode.TcpPacket;

/**
 * A device that is shown the packets of one capture, as if they passed it now: tells which of its rules made which reset. Used by one
 * thread: first for all packets, then for the answers.
 */
public interface Replay {

    /** Takes the capture's next TCP segment; the packet is valid for the call only. */
    void take(TcpPacket packet, long frame, long nanos);

    /** What the device says of a reset that was asked for, or null where it has nothing to say. */
    ReplayAnswer answer(long frame);

    /** What else was noticed. */
    ReplaySummary summary();
}
