package org.resetscope.core.decode;

import org.resetscope.core.decode.TcpPacket.Checksum;

/** The TCP header (RFC 9293, 3.1). */
final class TcpHeader {

    /** Up to the flags: less is of no use. */
    private static final int USABLE = 14;
    private static final int HEADER = 20;

    private TcpHeader() {
    }

    /** @return false where too little was captured, or no receiver would take it for TCP */
    static boolean decode(Walk walk, TcpPacket into) {
        if (!walk.has(USABLE)) {
            return false;
        }
        int at = walk.at;
        boolean windowCaptured = walk.has(16);
        long second = windowCaptured ? walk.i64(8) : (long) walk.i32(8) << 32 | (long) walk.u16(12) << 16;
        int header = (int) (second >>> 28 & 0xf) * 4;
        int payload = walk.wireEnd - at - header;
        if (header < HEADER || payload < 0) {
            return false;
        }
        addresses(walk, into);
        into.flags = (int) (second >>> 16) & 0xff;
        into.ack = (int) (second >>> 32);
        into.window = windowCaptured ? (int) second & 0xffff : -1;
        int captured = Math.min(walk.end, walk.wireEnd);
        into.payloadLength = payload;
        into.payloadOffset = at + header;
        into.payloadCaptured = Math.max(0, captured - into.payloadOffset);
        into.optionsOffset = at + HEADER;
        into.optionsLength = Math.max(0, Math.min(captured, into.payloadOffset) - into.optionsOffset);
        into.optionsComplete = captured >= into.payloadOffset;
        into.checksum = Checksum.UNKNOWN;
        TcpOptions.decode(into);
        return true;
    }

    /** The first eight bytes, which an ICMP error quotes at least (RFC 792), and what was found around the segment. */
    static void addresses(Walk walk, TcpPacket into) {
        long first = walk.i64(0);
        into.buffer = walk.buffer;
        into.tcpOffset = walk.at;
        into.sourcePort = (int) (first >>> 48);
        into.destinationPort = (int) (first >>> 32) & 0xffff;
        into.seq = (int) first;
        into.vlan = walk.vlan;
        into.sourceMac = walk.mac;
        into.tunnels = walk.tunnels;
    }
}
