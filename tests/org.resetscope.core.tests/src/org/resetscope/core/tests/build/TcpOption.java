package org.resetscope.core.tests.build;

/** TCP options as bytes, for {@link PacketBuilder#options(byte[]...)}; padded to a multiple of four by the packet. */
public final class TcpOption {

    private TcpOption() {
    }

    public static byte[] noOperation() {
        return new byte[] { 1 };
    }

    public static byte[] endOfList() {
        return new byte[] { 0 };
    }

    public static byte[] mss(int bytes) {
        return new ByteWriter().u8(2).u8(4).u16(bytes).toBytes();
    }

    public static byte[] windowScale(int shift) {
        return new ByteWriter().u8(1).u8(3).u8(3).u8(shift).toBytes();
    }

    public static byte[] sackPermitted() {
        return new byte[] { 4, 2 };
    }

    /** @param edges left and right edge of each block */
    public static byte[] sack(int... edges) {
        ByteWriter writer = new ByteWriter().u8(1).u8(1).u8(5).u8(2 + 4 * edges.length);
        for (int edge : edges) {
            writer.u32(edge);
        }
        return writer.toBytes();
    }

    /** Preceded by two no-operations, as Linux writes it on everything but a SYN. */
    public static byte[] timestamps(int value, int echoReply) {
        return new ByteWriter().u8(1).u8(1).u8(8).u8(10).u32(value).u32(echoReply).toBytes();
    }

    /** Not padded, as Linux writes it behind the SACK-permitted option of a SYN. */
    public static byte[] timestampsOnSyn(int value, int echoReply) {
        return new ByteWriter().u8(8).u8(10).u32(value).u32(echoReply).toBytes();
    }

    /** A Multipath TCP option (RFC 8684, 3): subtype 0 MP_CAPABLE to 8 MP_TCPRST, with the rest of its second word. */
    public static byte[] mptcp(int subtype, byte... rest) {
        return new ByteWriter().u8(30).u8(3 + rest.length).u8(subtype << 4).bytes(rest).toBytes();
    }

    public static byte[] any(int kind, byte... value) {
        return new ByteWriter().u8(kind).u8(2 + value.length).bytes(value).toBytes();
    }
}
