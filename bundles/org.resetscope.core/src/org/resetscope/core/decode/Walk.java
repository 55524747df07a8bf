package org.resetscope.core.decode;

import java.nio.ByteBuffer;

import org.resetscope.core.capture.PacketView;

/** How far into a packet decoding has come. One object serves all packets of a decoder. */
final class Walk {

    /** So that sums of an index and a length told by a packet stay far from overflowing. */
    private static final int MAXIMUM_LENGTH = 1 << 29;

    ByteBuffer buffer;
    /** Index of the next header. */
    int at;
    /** Index behind the last byte captured. */
    int end;
    /** Index behind the last byte that the layer around {@link #at} had on the wire; above {@link #end} for a sliced packet. */
    int wireEnd;

    int vlan;
    long mac;
    int tunnels;

    void start(PacketView packet) {
        buffer = packet.buffer();
        at = packet.offset();
        end = at + packet.capturedLength();
        wireEnd = at + Math.min(packet.originalLength(), MAXIMUM_LENGTH);
        vlan = -1;
        mac = -1;
        tunnels = 0;
    }

    /** Whether that many bytes from {@link #at} on were captured. */
    boolean has(int bytes) {
        return end - at >= bytes;
    }

    /**
     * The callers have asked {@link #has} before. Each call costs more than taking apart what it reads: what every packet has is read eight
     * bytes at a time.
     *
     * @param offset from {@link #at}
     */
    int u8(int offset) {
        return buffer.get(at + offset) & 0xff;
    }

    int u16(int offset) {
        return buffer.getShort(at + offset) & 0xffff;
    }

    int i32(int offset) {
        return buffer.getInt(at + offset);
    }

    long i64(int offset) {
        return buffer.getLong(at + offset);
    }

    int u16LittleEndian(int offset) {
        return Short.reverseBytes(buffer.getShort(at + offset)) & 0xffff;
    }

    long mac(int offset) {
        return (long) u16(offset) << 32 | i32(offset + 2) & 0xffff_ffffL;
    }
}
