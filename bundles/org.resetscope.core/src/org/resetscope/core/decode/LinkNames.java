package org.resetscope.core.decode;

/** What link layers are called. */
final class LinkNames {

    private LinkNames() {
    }

    static String of(int linkType) {
        return switch (linkType) {
        case LinkLayers.ETHERNET -> "Ethernet";
        case LinkLayers.LINUX_SLL -> "Linux cooked capture v1";
        case LinkLayers.LINUX_SLL2 -> "Linux cooked capture v2";
        case LinkLayers.NULL, LinkLayers.LOOP -> "Loopback";
        case LinkLayers.PPP, LinkLayers.PPP_HDLC -> "PPP";
        case LinkLayers.CISCO_HDLC -> "Cisco HDLC";
        case LinkLayers.IEEE802_11 -> "IEEE 802.11";
        case LinkLayers.RADIOTAP -> "Radiotap, IEEE 802.11";
        default -> "Link type " + linkType;
        };
    }

    /** Of a Linux cooked capture. */
    static String direction(int packetType) {
        return switch (packetType) {
        case 0 -> "received";
        case 1 -> "broadcast";
        case 2 -> "multicast";
        case 3 -> "to another host";
        case 4 -> "sent";
        default -> Integer.toString(packetType);
        };
    }
}
