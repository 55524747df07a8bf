package org.resetscope.firewall.internal.conntrack;

import org.resetscope.core.decode.TcpPacket;

/** Addresses and ports of a connection, the same for both directions. */
record Key(long lowHigh, long lowLow, int lowPort, long highHigh, long highLow, int highPort) {

    static Key of(TcpPacket p) {
        return fromLow(p) ? new Key(p.sourceHigh, p.sourceLow, p.sourcePort, p.destinationHigh, p.destinationLow, p.destinationPort)
                : new Key(p.destinationHigh, p.destinationLow, p.destinationPort, p.sourceHigh, p.sourceLow, p.sourcePort);
    }

    static boolean fromLow(TcpPacket p) {
        int order = Long.compareUnsigned(p.sourceHigh, p.destinationHigh);
        order = order != 0 ? order : Long.compareUnsigned(p.sourceLow, p.destinationLow);
        return (order != 0 ? order : Integer.compare(p.sourcePort, p.destinationPort)) <= 0;
    }
}
