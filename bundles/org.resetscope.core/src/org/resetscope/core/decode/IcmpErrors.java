package org.resetscope.core.decode;

/** ICMP (RFC 792) and ICMPv6 (RFC 4443) messages that quote the packet they complain about. */
final class IcmpErrors {

    private static final int HEADER = 8;
    /** Ports and sequence number: what RFC 792 promises. */
    private static final int QUOTED = 8;
    private static final int WITH_FLAGS = 14;

    private IcmpErrors() {
    }

    /** @return whether it quotes a TCP segment, which then is in {@code into} */
    static boolean decode(Walk walk, TcpPacket into, boolean v6) {
        if (!walk.has(HEADER)) {
            return false;
        }
        int type = walk.u8(0);
        boolean error = v6 ? type >= 1 && type <= 4 : type == 3 || type == 4 || type == 11 || type == 12;
        if (!error) {
            return false;
        }
        int code = walk.u8(1);
        long fromHigh = into.sourceHigh;
        long fromLow = into.sourceLow;
        walk.at += HEADER;
        int protocol = v6 ? IpHeaders.ipv6(walk, into) : IpHeaders.ipv4(walk, into);
        if (protocol != IpHeaders.TCP || !walk.has(QUOTED)) {
            return false;
        }
        if (!TcpHeader.decode(walk, into)) {
            bare(walk, into);
        }
        into.icmpType = type;
        into.icmpCode = code;
        into.icmpSourceHigh = fromHigh;
        into.icmpSourceLow = fromLow;
        return true;
    }

    /** A segment of which nothing but ports and sequence number is quoted. */
    private static void bare(Walk walk, TcpPacket into) {
        TcpHeader.addresses(walk, into);
        into.flags = walk.has(WITH_FLAGS) ? walk.u8(13) : 0;
        into.ack = walk.has(WITH_FLAGS) ? walk.i32(8) : 0;
        into.window = -1;
        into.payloadLength = 0;
        into.payloadOffset = walk.end;
        into.payloadCaptured = 0;
        into.optionsOffset = walk.end;
        into.optionsLength = 0;
        into.optionsComplete = false;
        into.checksum = TcpPacket.Checksum.UNKNOWN;
        TcpOptions.decode(into);
    }
}
