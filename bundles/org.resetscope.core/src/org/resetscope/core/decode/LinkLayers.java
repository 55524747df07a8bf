package org.resetscope.core.decode;

/**
 * The outermost headers, by LINKTYPE_ value (tcpdump.org/linktypes.html). Each leaves the walk at what follows, and answers its
 * EtherType.
 */
final class LinkLayers {

    static final int NULL = 0;
    static final int ETHERNET = 1;
    static final int PPP = 9;
    static final int RAW_BSD = 12;
    static final int RAW_OPENBSD = 14;
    static final int PPP_HDLC = 50;
    static final int RAW = 101;
    static final int CISCO_HDLC = 104;
    static final int IEEE802_11 = 105;
    static final int LOOP = 108;
    static final int LINUX_SLL = 113;
    static final int RADIOTAP = 127;
    static final int IPV4 = 228;
    static final int IPV6 = 229;
    static final int LINUX_SLL2 = 276;

    private static final int ETHERNET_HEADER = 14;

    private LinkLayers() {
    }

    static int skip(Walk walk, int linkType) {
        return switch (linkType) {
        case ETHERNET -> ethernet(walk);
        case LINUX_SLL -> cooked(walk, 16, 14, 4, 6);
        case LINUX_SLL2 -> cooked(walk, 20, 0, 10, 12);
        case RAW, RAW_BSD, RAW_OPENBSD -> EtherType.byIpVersion(walk);
        case IPV4 -> EtherType.IPV4;
        case IPV6 -> EtherType.IPV6;
        case NULL, LOOP -> loopback(walk);
        case PPP, PPP_HDLC -> hdlc(walk);
        case CISCO_HDLC -> ciscoHdlc(walk);
        case IEEE802_11 -> Wireless.frame(walk, false);
        case RADIOTAP -> Wireless.radiotap(walk);
        default -> EtherType.UNKNOWN_LINK;
        };
    }

    static int ethernet(Walk walk) {
        if (!walk.has(ETHERNET_HEADER)) {
            return EtherType.OTHER;
        }
        long sourceAndType = walk.i64(6);
        walk.mac = sourceAndType >>> 16;
        int type = (int) sourceAndType & 0xffff;
        walk.at += ETHERNET_HEADER;
        return type >= EtherType.LOWEST ? type : logicalLink(walk);
    }

    /** IEEE 802.2 with SNAP (RFC 1042). */
    static int logicalLink(Walk walk) {
        if (!walk.has(8) || walk.u16(0) != 0xaaaa || walk.u8(2) != 3) {
            return EtherType.OTHER;
        }
        int type = walk.u16(6);
        walk.at += 8;
        return type;
    }

    /** Linux "any" device. */
    private static int cooked(Walk walk, int header, int protocolAt, int lengthAt, int addressAt) {
        if (!walk.has(header)) {
            return EtherType.OTHER;
        }
        int addressLength = header == 16 ? walk.u16(lengthAt) : walk.u8(lengthAt + 1);
        walk.mac = addressLength == 6 ? walk.mac(addressAt) : -1;
        int type = walk.u16(protocolAt);
        walk.at += header;
        return type;
    }

    /** A protocol family in the byte order of the capturing machine, which numbers IPv6 as it likes. */
    private static int loopback(Walk walk) {
        if (!walk.has(4)) {
            return EtherType.OTHER;
        }
        int family = walk.i32(0);
        if ((family & 0xffff) == 0) {
            family = Integer.reverseBytes(family);
        }
        walk.at += 4;
        return switch (family) {
        case 2 -> EtherType.IPV4;
        case 10, 24, 28, 30 -> EtherType.IPV6;
        default -> EtherType.OTHER;
        };
    }

    /** RFC 1662, or Cisco HDLC, which is told apart by its first byte. */
    private static int hdlc(Walk walk) {
        boolean cisco = walk.has(1) && (walk.u8(0) == 0x0f || walk.u8(0) == 0x8f);
        return cisco ? ciscoHdlc(walk) : pppProtocol(walk);
    }

    private static int ciscoHdlc(Walk walk) {
        if (!walk.has(4)) {
            return EtherType.OTHER;
        }
        int type = walk.u16(2);
        walk.at += 4;
        return type;
    }

    /** RFC 1661, with or without address and control field, and with the protocol field compressed or not. */
    static int pppProtocol(Walk walk) {
        if (walk.has(2) && walk.u16(0) == 0xff03) {
            walk.at += 2;
        }
        if (!walk.has(2)) {
            return EtherType.OTHER;
        }
        boolean compressed = (walk.u8(0) & 1) != 0;
        int protocol = compressed ? walk.u8(0) : walk.u16(0);
        walk.at += compressed ? 1 : 2;
        return switch (protocol) {
        case 0x0021 -> EtherType.IPV4;
        case 0x0057 -> EtherType.IPV6;
        case 0x0281 -> EtherType.MPLS;
        default -> EtherType.OTHER;
        };
    }
}
