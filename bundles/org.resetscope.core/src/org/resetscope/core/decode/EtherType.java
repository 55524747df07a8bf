package org.resetscope.core.decode;

/** IEEE 802 numbers of the network protocols, also used for what other links and tunnels announce in numbers of their own. */
final class EtherType {

    static final int IPV4 = 0x0800;
    static final int IPV6 = 0x86dd;
    static final int VLAN = 0x8100;
    static final int SERVICE_VLAN = 0x88a8;
    static final int OLD_SERVICE_VLAN = 0x9100;
    static final int MPLS = 0x8847;
    static final int MPLS_MULTICAST = 0x8848;
    static final int PPPOE_SESSION = 0x8864;
    /** A whole Ethernet frame within another packet. */
    static final int BRIDGED_ETHERNET = 0x6558;
    /** Below this, the field is an IEEE 802.3 length. */
    static final int LOWEST = 0x0600;

    /** Of the private numbers here: nothing that could lead to TCP. */
    static final int OTHER = -1;
    /** A link type that is not known here. */
    static final int UNKNOWN_LINK = -2;

    private EtherType() {
    }

    /** By the version in the first byte, where nothing else announces the protocol. */
    static int byIpVersion(Walk walk) {
        return !walk.has(1) ? OTHER : switch (walk.u8(0) >> 4) {
        case 4 -> IPV4;
        case 6 -> IPV6;
        default -> OTHER;
        };
    }
}
