package org.resetscope.core.tests.build;

/** Link layers that {@link PacketBuilder} can frame an IP packet in, with their LINKTYPE_ values (tcpdump.org/linktypes.html). */
public enum LinkType {
    NULL(0),
    ETHERNET(1),
    PPP(9),
    DLT_RAW_BSD(12),
    DLT_RAW_OPENBSD(14),
    PPP_HDLC(50),
    RAW(101),
    IEEE802_11(105),
    LOOP(108),
    LINUX_SLL(113),
    IEEE802_11_RADIOTAP(127),
    IPV4(228),
    IPV6(229),
    LINUX_SLL2(276);

    private final int value;

    LinkType(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }
}
