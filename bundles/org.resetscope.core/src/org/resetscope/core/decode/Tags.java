package org.resetscope.core.decode;

/** What may stand between link and IP: VLAN tags, MPLS labels, PPPoE, a bridged Ethernet header; in any number and order. */
final class Tags {

    private static final int MAXIMUM = 16;

    private Tags() {
    }

    /** @return {@link EtherType#IPV4}, {@link EtherType#IPV6} or {@link EtherType#OTHER}, with the walk at the IP header */
    static int skip(Walk walk, int etherType) {
        int type = etherType;
        for (int i = 0; i < MAXIMUM; i++) {
            if (type == EtherType.IPV4 || type == EtherType.IPV6 || type == EtherType.OTHER) {
                return type;
            }
            type = one(walk, type);
        }
        return EtherType.OTHER;
    }

    /** Skips one header that is not IP. @return the EtherType of what follows */
    static int one(Walk walk, int etherType) {
        return switch (etherType) {
        case EtherType.VLAN, EtherType.SERVICE_VLAN, EtherType.OLD_SERVICE_VLAN -> vlan(walk);
        case EtherType.MPLS, EtherType.MPLS_MULTICAST -> mpls(walk);
        case EtherType.PPPOE_SESSION -> pppoe(walk);
        case EtherType.BRIDGED_ETHERNET -> LinkLayers.ethernet(walk);
        default -> EtherType.OTHER;
        };
    }

    /** IEEE 802.1Q. */
    private static int vlan(Walk walk) {
        if (!walk.has(4)) {
            return EtherType.OTHER;
        }
        walk.vlan = walk.u16(0) & 0xfff;
        int type = walk.u16(2);
        walk.at += 4;
        return type >= EtherType.LOWEST ? type : LinkLayers.logicalLink(walk);
    }

    /** RFC 3032: nothing tells what follows the last label but its first bits (RFC 4928). */
    private static int mpls(Walk walk) {
        while (walk.has(4)) {
            boolean last = (walk.u8(2) & 1) != 0;
            walk.at += 4;
            if (last) {
                int type = EtherType.byIpVersion(walk);
                if (type == EtherType.OTHER && walk.has(4) && walk.u8(0) >> 4 == 0) {
                    // a pseudowire's control word (RFC 4448)
                    walk.at += 4;
                    return EtherType.BRIDGED_ETHERNET;
                }
                return type;
            }
        }
        return EtherType.OTHER;
    }

    /** RFC 2516. */
    private static int pppoe(Walk walk) {
        if (!walk.has(6) || walk.u16(0) != 0x1100) {
            return EtherType.OTHER;
        }
        walk.at += 6;
        return LinkLayers.pppProtocol(walk);
    }
}
