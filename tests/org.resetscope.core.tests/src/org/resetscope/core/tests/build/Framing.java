package org.resetscope.core.tests.build;

/** Puts a packet into a frame of a link layer. */
final class Framing {

    private static final int IPV6 = 0x86dd;

    private Framing() {
    }

    static byte[] ethernet(Layered packet) {
        return frame(LinkType.ETHERNET, packet, 0x0200000000aaL, 0x0200000000bbL);
    }

    static int pppProtocol(int etherType) {
        return switch (etherType) {
        case 0x0800 -> 0x0021;
        case IPV6 -> 0x0057;
        case 0x8847 -> 0x0281;
        default -> etherType;
        };
    }

    static byte[] frame(LinkType link, Layered packet, long from, long to) {
        ByteWriter out = new ByteWriter();
        int type = packet.etherType();
        switch (link) {
        case ETHERNET -> out.u48(to).u48(from).u16(type);
        case LINUX_SLL -> out.u16(0).u16(1).u16(6).u48(from).u16(0).u16(type);
        case LINUX_SLL2 -> out.u16(type).u16(0).u32(2).u16(1).u8(0).u8(6).u48(from).u16(0);
        case NULL -> out.bytes(Integer.valueOf(type == IPV6 ? 30 : 2).byteValue()).zeros(3);
        case LOOP -> out.u32(type == IPV6 ? 24 : 2);
        case PPP, PPP_HDLC -> out.u16(0xff03).u16(pppProtocol(type));
        case IEEE802_11 -> wireless(out, type, from, to);
        case IEEE802_11_RADIOTAP -> {
            out.u8(0).u8(0).bytes((byte) 12, (byte) 0).u32(0).u32(0);
            wireless(out, type, from, to);
        }
        default -> {
            // raw IP has no header
        }
        }
        return out.bytes(packet.bytes()).toBytes();
    }

    /** QoS data towards the access point, then LLC/SNAP. */
    private static void wireless(ByteWriter out, int type, long from, long to) {
        out.u16(0x8801).u16(0).u48(0x0200000000ccL).u48(from).u48(to).u16(0).u16(0);
        out.u8(0xaa).u8(0xaa).u8(3).u8(0).u16(0).u16(type);
    }
}
