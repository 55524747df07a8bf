package org.resetscope.core.flowview;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

import org.resetscope.core.decode.TcpPacket;
import org.resetscope.core.model.Endpoint;
import org.resetscope.core.model.Flow;

/** Addresses and ports of a connection in the form of decoded packets, to be found by those of either direction. */
record FlowTuple(long clientHigh, long clientLow, int clientPort, long serverHigh, long serverLow, int serverPort) {

    /** IPv4 addresses stand in the low half of IPv6 ones, as in {@link TcpPacket}. */
    private static final long MAPPED = 0xffffL << 32;

    /** @return null where an address is none */
    static FlowTuple of(Flow flow) {
        long[] client = address(flow.client());
        long[] server = address(flow.server());
        return client == null || server == null ? null
                : new FlowTuple(client[0], client[1], flow.client().port(), server[0], server[1], flow.server().port());
    }

    /** That of a packet whose source is the client. */
    static FlowTuple of(TcpPacket p) {
        return new FlowTuple(p.sourceHigh, low(p, p.sourceLow), p.sourcePort, p.destinationHigh, low(p, p.destinationLow), p.destinationPort);
    }

    FlowTuple reversed() {
        return new FlowTuple(serverHigh, serverLow, serverPort, clientHigh, clientLow, clientPort);
    }

    private static long low(TcpPacket p, long low) {
        return p.ipVersion == 4 ? MAPPED | low & 0xffffffffL : low;
    }

    private static long[] address(Endpoint endpoint) {
        String text = endpoint.address();
        if (!text.matches("[0-9a-fA-F:.]+") || text.indexOf(':') < 0 && !text.matches("[0-9]+(\\.[0-9]+){3}")) {
            return null; // a name would be looked up
        }
        try {
            byte[] bytes = InetAddress.getByName(text).getAddress();
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            return bytes.length == 4 ? new long[] { 0, MAPPED | buffer.getInt() & 0xffffffffL } : new long[] { buffer.getLong(), buffer.getLong() };
        } catch (UnknownHostException e) {
            return null;
        }
    }
}
