package org.resetscope.core.flowview;

import org.resetscope.core.decode.TcpPacket;

/** Takes what a capture holds of one connection. */
interface FlowTaker {

    /** @param p a segment of this connection's addresses and ports */
    void take(TcpPacket p, boolean fromClient, long frame, long nanos);

    /** Whether nothing that follows can matter. */
    boolean done();
}
