package org.resetscope.core.decode;

import org.resetscope.core.capture.PacketView;

/**
 * Finds the TCP segment in a captured packet, through link layers, tags, tunnels and extension headers. Reuses its own state: one
 * decoder for each thread.
 */
public final class PacketDecoder {

    private static final int MAXIMUM_TUNNELS = 8;

    private final Walk walk = new Walk();

    /** What a packet turned out to be. */
    public enum Kind {
        /** A TCP segment; the flyweight is filled. */
        TCP,
        /** A later IP fragment of TCP, one cut off before the end of the TCP flags, or with a header length that cannot be. */
        TCP_UNUSABLE,
        /**
         * An ICMP error that quotes a TCP segment; the flyweight holds the quoted segment: addresses, ports and sequence number always,
         * the rest as far as it is quoted.
         */
        ICMP_ERROR,
        /** No TCP. */
        OTHER,
        /** Nobody knows how to get at what is in it. */
        UNKNOWN_LINK_TYPE
    }

    /**
     * Decodes one packet without allocating, whatever bytes it holds.
     *
     * @param into overwritten as a whole when the answer is TCP, but for the icmp fields; undefined otherwise
     */
    public Kind decode(PacketView packet, TcpPacket into) {
        walk.start(packet);
        int type = LinkLayers.skip(walk, packet.linkType());
        if (type == EtherType.UNKNOWN_LINK) {
            return Kind.UNKNOWN_LINK_TYPE;
        }
        while (walk.tunnels <= MAXIMUM_TUNNELS) {
            type = Tags.skip(walk, type);
            int protocol = switch (type) {
            case EtherType.IPV4 -> IpHeaders.ipv4(walk, into);
            case EtherType.IPV6 -> IpHeaders.ipv6(walk, into);
            default -> IpHeaders.NONE;
            };
            switch (protocol) {
            case IpHeaders.TCP -> {
                return TcpHeader.decode(walk, into) ? Kind.TCP : Kind.TCP_UNUSABLE;
            }
            case IpHeaders.TCP_FRAGMENT -> {
                return Kind.TCP_UNUSABLE;
            }
            case IpHeaders.ICMP -> {
                return IcmpErrors.decode(walk, into, false) ? Kind.ICMP_ERROR : Kind.OTHER;
            }
            case IpHeaders.ICMPV6 -> {
                return IcmpErrors.decode(walk, into, true) ? Kind.ICMP_ERROR : Kind.OTHER;
            }
            case IpHeaders.NONE -> {
                return Kind.OTHER;
            }
            default -> type = Tunnels.enter(walk, protocol);
            }
            walk.tunnels++;
        }
        return Kind.OTHER;
    }
}
