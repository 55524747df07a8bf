package org.resetscope.core.internal.flow;

import org.resetscope.core.decode.TcpPacket;
import org.resetscope.core.detect.Segment;

/** What is kept of a segment, packed into six longs, so that a reset can be explained without reading the capture again. */
final class PackedSegment {

    static final int WORDS = 6;

    private static final long FRAME_MASK = (1L << 40) - 1;
    private static final int FLAGS_SHIFT = 40;
    private static final long FROM_LOW = 1L << 48;
    private static final long DONT_FRAGMENT = 1L << 49;
    private static final long TIMESTAMPS = 1L << 50;
    private static final long OPTIONS_COMPLETE = 1L << 51;
    private static final long DUPLICATE = 1L << 52;
    private static final int OPTIONS_SHIFT = 53;

    private PackedSegment() {
    }

    static void write(long[] words, int at, TcpPacket p, long frame, long nanos, boolean fromLow, boolean duplicate) {
        words[at] = nanos;
        words[at + 1] = frame & FRAME_MASK | (long) p.flags << FLAGS_SHIFT | (fromLow ? FROM_LOW : 0) | (p.dontFragment ? DONT_FRAGMENT : 0)
                | (p.timestamps ? TIMESTAMPS : 0) | (p.optionsComplete ? OPTIONS_COMPLETE : 0) | (duplicate ? DUPLICATE : 0)
                | (long) p.optionsLength << OPTIONS_SHIFT;
        words[at + 2] = pack(p.seq, p.ack);
        words[at + 3] = pack(p.tsVal, p.tsEcr);
        words[at + 4] = pack(p.payloadLength, p.window << 16 | p.ttl << 8 | p.tos);
        words[at + 5] = pack(p.flowLabel, p.ipId);
    }

    static Segment read(long[] words, int at, boolean lowIsClient) {
        long head = words[at + 1];
        int mixed = (int) words[at + 4];
        return new Segment(head & FRAME_MASK, words[at], (head & FROM_LOW) != 0 == lowIsClient, high(words[at + 2]),
                (int) words[at + 2], (int) (head >>> FLAGS_SHIFT) & 0xff, mixed >>> 16, high(words[at + 4]), mixed >>> 8 & 0xff,
                mixed & 0xff, (int) words[at + 5], (head & DONT_FRAGMENT) != 0, high(words[at + 5]), (head & TIMESTAMPS) != 0,
                high(words[at + 3]), (int) words[at + 3], (head & OPTIONS_COMPLETE) != 0, (int) (head >>> OPTIONS_SHIFT),
                (head & DUPLICATE) != 0);
    }

    private static long pack(int high, int low) {
        return (long) high << 32 | low & 0xffffffffL;
    }

    private static int high(long word) {
        return (int) (word >>> 32);
    }
}
