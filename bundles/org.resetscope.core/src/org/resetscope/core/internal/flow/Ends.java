package org.resetscope.core.internal.flow;

import org.resetscope.core.decode.TcpPacket;

/** The two ends of a connection, told apart without knowing who is the client. */
public final class Ends {

    private Ends() {
    }

    /** Whether the packet's source is the flow's low end; the order is by address, then port. */
    public static boolean fromLow(TcpPacket p) {
        int order = Long.compareUnsigned(p.sourceHigh, p.destinationHigh);
        if (order == 0) {
            order = Long.compareUnsigned(p.sourceLow, p.destinationLow);
        }
        return order == 0 ? p.sourcePort <= p.destinationPort : order < 0;
    }
}
