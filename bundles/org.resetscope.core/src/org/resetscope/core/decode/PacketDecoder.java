package org.resetscope.core.decode;

import org.resetscope.core.capture.PacketView;

/** Finds the TCP segment in a captured packet, through link layers, tags, tunnels and extension headers. */
public interface PacketDecoder {

    /** What a packet turned out to be. */
    enum Kind {
        /** A TCP segment; the flyweight is filled. */
        TCP,
        /** A later IP fragment of TCP, or one cut off before the TCP ports and sequence number. */
        TCP_UNUSABLE,
        /** An ICMP error that quotes a TCP segment; the flyweight holds the quoted segment's addresses, ports and seq. */
        ICMP_ERROR,
        OTHER,
        UNKNOWN_LINK_TYPE
    }

    /**
     * Decodes one packet without allocating.
     *
     * @param into overwritten as a whole when the answer is TCP; undefined otherwise
     */
    Kind decode(PacketView packet, TcpPacket into);
}
