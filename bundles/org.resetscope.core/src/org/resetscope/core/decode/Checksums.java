package org.resetscope.core.decode;

import java.nio.ByteBuffer;

import org.resetscope.core.decode.TcpPacket.Checksum;

/** The TCP checksum (RFC 9293, 3.1; RFC 1071). */
public final class Checksums {

    private static final int CHECKSUM_AT = 16;
    private static final int TCP = 6;

    private Checksums() {
    }

    /** Verifies a segment while its packet is still the current one. Costs time in proportion to the payload; changes nothing. */
    public static Checksum verify(TcpPacket packet) {
        boolean whole = packet.optionsComplete && packet.payloadCaptured == packet.payloadLength;
        if (!whole || !packet.checksumCovered) {
            return Checksum.UNKNOWN;
        }
        int length = packet.payloadOffset - packet.tcpOffset + packet.payloadLength;
        long addresses = words(packet.sourceHigh) + words(packet.destinationHigh) + address(packet.sourceLow, packet.ipVersion)
                + address(packet.destinationLow, packet.ipVersion);
        long pseudo = addresses + TCP + (length & 0xffff) + (length >>> 16);
        if (fold(pseudo + sum(packet.buffer, packet.tcpOffset, length)) == 0xffff) {
            return Checksum.GOOD;
        }
        int field = packet.buffer.getShort(packet.tcpOffset + CHECKSUM_AT) & 0xffff;
        // for segmentation offload, some systems leave the length to the card as well
        boolean offloaded = field == fold(pseudo) || field == fold(addresses + TCP);
        return offloaded ? Checksum.OFFLOADED : Checksum.BAD;
    }

    private static long address(long low, int ipVersion) {
        return words(ipVersion == 4 ? low & 0xffff_ffffL : low);
    }

    private static long words(long value) {
        return (value >>> 48) + (value >>> 32 & 0xffff) + (value >>> 16 & 0xffff) + (value & 0xffff);
    }

    private static long sum(ByteBuffer buffer, int from, int length) {
        long sum = 0;
        int at = from;
        int end = from + length;
        for (; at + 4 <= end; at += 4) {
            sum += buffer.getInt(at) & 0xffff_ffffL;
        }
        for (int shift = 24; at < end; at++, shift -= 8) {
            sum += (buffer.get(at) & 0xffL) << shift;
        }
        return sum;
    }

    private static int fold(long sum) {
        long folded = sum;
        while (folded >>> 16 != 0) {
            folded = (folded >>> 16) + (folded & 0xffff);
        }
        return (int) folded;
    }
}
