package org.resetscope.core.decode;

import java.nio.ByteBuffer;

/** TCP options, as registered with IANA. */
final class TcpOptions {

    static final int END = 0;
    static final int NO_OPERATION = 1;
    static final int MSS = 2;
    static final int WINDOW_SCALE = 3;
    static final int SACK_PERMITTED = 4;
    static final int SACK = 5;
    static final int TIMESTAMPS = 8;
    static final int MULTIPATH = 30;

    /** Two no-operations and the head of a timestamps option: nearly all segments begin so (RFC 7323, appendix A). */
    private static final int ALIGNED_TIMESTAMPS = 0x0101080a;

    private TcpOptions() {
    }

    /** Reads the options as far as they were captured; a malformed one ends the list, as it does for Linux. */
    static void decode(TcpPacket into) {
        into.timestamps = false;
        into.tsVal = 0;
        into.tsEcr = 0;
        into.mss = -1;
        into.windowScale = -1;
        into.sackPermitted = false;
        into.sackBlocks = 0;
        into.mptcpSubtype = -1;
        ByteBuffer buffer = into.buffer;
        int at = into.optionsOffset;
        int end = at + into.optionsLength;
        if (into.optionsLength >= 12 && buffer.getInt(at) == ALIGNED_TIMESTAMPS) {
            timestamps(into, at + 2);
            at += 12;
        }
        while (at < end) {
            int kind = buffer.get(at);
            if (kind == END) {
                return;
            }
            if (kind == NO_OPERATION) {
                at++;
                continue;
            }
            int length = end - at < 2 ? 0 : buffer.get(at + 1) & 0xff;
            if (length < 2 || length > end - at) {
                return;
            }
            option(into, kind, at, length);
            at += length;
        }
    }

    private static void option(TcpPacket into, int kind, int at, int length) {
        switch (kind) {
        case TIMESTAMPS -> {
            if (length == 10) {
                timestamps(into, at);
            }
        }
        case MSS -> {
            if (length == 4) {
                into.mss = into.buffer.getShort(at + 2) & 0xffff;
            }
        }
        case WINDOW_SCALE -> {
            if (length == 3) {
                into.windowScale = into.buffer.get(at + 2) & 0xff;
            }
        }
        case SACK_PERMITTED -> into.sackPermitted = true;
        case SACK -> into.sackBlocks = (length - 2) / 8;
        case MULTIPATH -> {
            if (length >= 3) {
                into.mptcpSubtype = into.buffer.get(at + 2) >> 4 & 0xf;
            }
        }
        default -> {
            // of no use here
        }
        }
    }

    private static void timestamps(TcpPacket into, int at) {
        into.timestamps = true;
        long both = into.buffer.getLong(at + 2);
        into.tsVal = (int) (both >>> 32);
        into.tsEcr = (int) both;
    }
}
