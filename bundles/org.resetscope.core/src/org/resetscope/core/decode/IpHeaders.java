package org.resetscope.core.decode;

/** IPv4 (RFC 791) and IPv6 (RFC 8200) with the headers that follow. Each leaves the walk at the transport header. */
final class IpHeaders {

    static final int ICMP = 1;
    static final int IP_IN_IP = 4;
    static final int TCP = 6;
    static final int UDP = 17;
    static final int IPV6_IN_IP = 41;
    static final int GRE = 47;
    static final int ICMPV6 = 58;
    static final int MPLS_IN_IP = 137;

    /** Not a protocol number: no header, a broken one, or a later fragment of something else. */
    static final int NONE = -1;
    /** Not a protocol number: TCP, but without its header. */
    static final int TCP_FRAGMENT = -2;

    private static final int HOP_BY_HOP = 0;
    private static final int ROUTING = 43;
    private static final int FRAGMENT = 44;
    private static final int AUTHENTICATION = 51;
    private static final int DESTINATION = 60;
    private static final int MOBILITY = 135;
    private static final int HOST_IDENTITY = 139;
    private static final int SHIM6 = 140;
    private static final int MAXIMUM_EXTENSIONS = 16;

    private static final int IPV4_HEADER = 20;
    private static final int IPV6_HEADER = 40;
    private static final long MAPPED = 0xffff_0000_0000L;

    private IpHeaders() {
    }

    static int ipv4(Walk walk, TcpPacket into) {
        if (!walk.has(IPV4_HEADER)) {
            return walk.has(10) && walk.u8(9) == TCP ? TCP_FRAGMENT : NONE;
        }
        long first = walk.i64(0);
        int start = (int) (first >>> 32);
        int header = (start >>> 24 & 0xf) * 4;
        int total = start & 0xffff;
        if (start >>> 28 != 4 || header < IPV4_HEADER || total != 0 && total < header) {
            return NONE;
        }
        int fragment = (int) first;
        int third = walk.i32(8);
        into.ipVersion = 4;
        into.tos = start >>> 16 & 0xff;
        into.ipId = fragment >>> 16;
        into.dontFragment = (fragment & 0x4000) != 0;
        into.checksumCovered = (fragment & 0x2000) == 0;
        into.flowLabel = -1;
        into.ttl = third >>> 24;
        long addresses = walk.i64(12);
        into.sourceHigh = 0;
        into.sourceLow = MAPPED | addresses >>> 32;
        into.destinationHigh = 0;
        into.destinationLow = MAPPED | addresses & 0xffff_ffffL;
        into.ipOffset = walk.at;
        int protocol = third >>> 16 & 0xff;
        if (total != 0) {
            // 0: segmentation offload, the packet was captured before it was cut into pieces
            walk.wireEnd = walk.at + total;
        }
        walk.at += header;
        if ((fragment & 0x1fff) != 0) {
            return protocol == TCP ? TCP_FRAGMENT : NONE;
        }
        return protocol == AUTHENTICATION ? extensions(walk, into, AUTHENTICATION) : protocol;
    }

    static int ipv6(Walk walk, TcpPacket into) {
        if (!walk.has(IPV6_HEADER)) {
            return walk.has(7) && walk.u8(6) == TCP ? TCP_FRAGMENT : NONE;
        }
        int start = walk.i32(0);
        if (start >>> 28 != 6) {
            return NONE;
        }
        into.ipVersion = 6;
        into.tos = start >>> 20 & 0xff;
        into.flowLabel = start & 0xfffff;
        into.ipId = -1;
        into.dontFragment = true;
        into.checksumCovered = true;
        into.ttl = walk.u8(7);
        into.sourceHigh = walk.i64(8);
        into.sourceLow = walk.i64(16);
        into.destinationHigh = walk.i64(24);
        into.destinationLow = walk.i64(32);
        into.ipOffset = walk.at;
        int payload = walk.u16(4);
        int next = walk.u8(6);
        if (payload != 0) {
            // 0: a jumbogram (RFC 2675) or segmentation offload
            walk.wireEnd = walk.at + IPV6_HEADER + payload;
        }
        walk.at += IPV6_HEADER;
        return next == TCP ? TCP : extensions(walk, into, next);
    }

    private static int extensions(Walk walk, TcpPacket into, int first) {
        int next = first;
        for (int i = 0; i < MAXIMUM_EXTENSIONS; i++) {
            int length;
            switch (next) {
            case HOP_BY_HOP, ROUTING, DESTINATION, MOBILITY, HOST_IDENTITY, SHIM6 -> {
                if (!walk.has(8)) {
                    return NONE;
                }
                length = (walk.u8(1) + 1) * 8;
                if (next == ROUTING && walk.u8(3) != 0) {
                    into.checksumCovered = false;
                }
            }
            case FRAGMENT -> {
                if (!walk.has(8)) {
                    return NONE;
                }
                length = 8;
                into.ipId = walk.i32(4);
                into.dontFragment = false;
                if ((walk.u16(2) & 1) != 0) {
                    into.checksumCovered = false;
                }
                if ((walk.u16(2) & 0xfff8) != 0) {
                    return walk.u8(0) == TCP ? TCP_FRAGMENT : NONE;
                }
            }
            case AUTHENTICATION -> {
                if (!walk.has(8)) {
                    return NONE;
                }
                length = (walk.u8(1) + 2) * 4;
            }
            default -> {
                return next;
            }
            }
            next = walk.u8(0);
            walk.at += length;
        }
        return NONE;
    }
}
