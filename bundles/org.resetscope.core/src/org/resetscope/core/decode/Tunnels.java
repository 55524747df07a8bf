package org.resetscope.core.decode;

/** Protocols that carry packets within IP. Each leaves the walk at the packet carried, and answers its EtherType. */
final class Tunnels {

    static final int VXLAN_PORT = 4789;
    /** Linux used this one before the port was assigned. */
    static final int OLD_VXLAN_PORT = 8472;
    static final int GENEVE_PORT = 6081;
    static final int GTP_PORT = 2152;

    private static final int ERSPAN_2 = 0x88be;
    private static final int ERSPAN_3 = 0x22eb;
    private static final int PPP = 0x880b;

    private static final int GTP_EXTENSIONS = 8;

    private Tunnels() {
    }

    /** @return {@link EtherType#OTHER} where nothing is carried, or nothing known */
    static int enter(Walk walk, int protocol) {
        return switch (protocol) {
        case IpHeaders.UDP -> udp(walk);
        case IpHeaders.GRE -> gre(walk);
        case IpHeaders.IP_IN_IP -> EtherType.IPV4;
        case IpHeaders.IPV6_IN_IP -> EtherType.IPV6;
        case IpHeaders.MPLS_IN_IP -> EtherType.MPLS;
        default -> EtherType.OTHER;
        };
    }

    private static int udp(Walk walk) {
        if (!walk.has(16)) {
            return EtherType.OTHER;
        }
        int port = walk.u16(2);
        walk.at += 8;
        return switch (port) {
        case VXLAN_PORT, OLD_VXLAN_PORT -> vxlan(walk);
        case GENEVE_PORT -> geneve(walk);
        case GTP_PORT -> gtp(walk);
        default -> EtherType.OTHER;
        };
    }

    /** RFC 7348. */
    private static int vxlan(Walk walk) {
        if ((walk.u8(0) & 0x08) == 0) {
            return EtherType.OTHER;
        }
        walk.at += 8;
        return EtherType.BRIDGED_ETHERNET;
    }

    /** RFC 8926. */
    private static int geneve(Walk walk) {
        if (walk.u8(0) >> 6 != 0) {
            return EtherType.OTHER;
        }
        int type = walk.u16(2);
        walk.at += 8 + (walk.u8(0) & 0x3f) * 4;
        return type;
    }

    /** GTP-U version 1 (3GPP TS 29.281): user packets only. */
    private static int gtp(Walk walk) {
        int flags = walk.u8(0);
        if ((flags & 0xf0) != 0x30 || walk.u8(1) != 0xff) {
            return EtherType.OTHER;
        }
        boolean extended = (flags & 0x04) != 0;
        walk.at += 8;
        if ((flags & 0x07) != 0) {
            if (!walk.has(4)) {
                return EtherType.OTHER;
            }
            int next = extended ? walk.u8(3) : 0;
            walk.at += 4;
            for (int i = 0; next != 0; i++) {
                int length = walk.has(1) ? walk.u8(0) * 4 : 0;
                if (length == 0 || !walk.has(length) || i == GTP_EXTENSIONS) {
                    return EtherType.OTHER;
                }
                next = walk.u8(length - 1);
                walk.at += length;
            }
        }
        return EtherType.byIpVersion(walk);
    }

    /** RFC 2784 and 2890; version 1 is PPTP's (RFC 2637). */
    private static int gre(Walk walk) {
        if (!walk.has(4)) {
            return EtherType.OTHER;
        }
        int flags = walk.u16(0);
        int type = walk.u16(2);
        boolean checksum = (flags & 0x8000) != 0;
        boolean routing = (flags & 0x4000) != 0;
        boolean key = (flags & 0x2000) != 0;
        boolean sequence = (flags & 0x1000) != 0;
        boolean acknowledgment = (flags & 0x0080) != 0;
        int version = flags & 0x7;
        if (routing || version > 1) {
            return EtherType.OTHER;
        }
        walk.at += 4 + (checksum ? 4 : 0) + (key ? 4 : 0) + (sequence ? 4 : 0) + (version == 1 && acknowledgment ? 4 : 0);
        return switch (type) {
        case PPP -> LinkLayers.pppProtocol(walk);
        case ERSPAN_2 -> mirrored(walk, sequence ? 8 : 0);
        case ERSPAN_3 -> walk.has(12) ? mirrored(walk, (walk.u8(11) & 1) != 0 ? 20 : 12) : EtherType.OTHER;
        default -> type;
        };
    }

    /** A switch's mirror port (draft-foschiano-erspan): an Ethernet frame. */
    private static int mirrored(Walk walk, int header) {
        walk.at += header;
        return EtherType.BRIDGED_ETHERNET;
    }
}
