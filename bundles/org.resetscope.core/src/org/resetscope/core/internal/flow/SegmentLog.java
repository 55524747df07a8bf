package org.resetscope.core.internal.flow;

import java.util.ArrayList;
import java.util.List;

import org.resetscope.core.decode.TcpPacket;
import org.resetscope.core.detect.Segment;

/**
 * The last segments of one flow, packed into six longs each, so that a reset can be explained without reading the
 * capture again. Grows with the flow up to {@link #CAPACITY} segments, then forgets the oldest.
 */
final class SegmentLog {

    static final int CAPACITY = 32;
    private static final int WORDS = 6;
    private static final int FIRST_CAPACITY = 8;
    private static final int GROWTH = 2;

    private static final long FRAME_MASK = (1L << 40) - 1;
    private static final int FLAGS_SHIFT = 40;
    private static final long FROM_LOW = 1L << 48;
    private static final long DONT_FRAGMENT = 1L << 49;
    private static final long TIMESTAMPS = 1L << 50;
    private static final long OPTIONS_COMPLETE = 1L << 51;
    private static final long DUPLICATE = 1L << 52;
    private static final int OPTIONS_SHIFT = 53;

    private long[] words = new long[FIRST_CAPACITY * WORDS];
    private long count;

    /** Segments ever added: the next one gets this number. */
    long count() {
        return count;
    }

    /** Number of the oldest segment still held. */
    long oldest() {
        return Math.max(0, count - words.length / WORDS);
    }

    /** See {@link FlowTable#touch}. */
    int touch() {
        return (int) words[(int) (count % (words.length / WORDS)) * WORDS];
    }

    void add(TcpPacket p, long frame, long nanos, boolean fromLow, boolean duplicate) {
        if (count * WORDS == words.length && words.length < CAPACITY * WORDS) {
            words = java.util.Arrays.copyOf(words, words.length * GROWTH);
        }
        int at = (int) (count % (words.length / WORDS)) * WORDS;
        words[at] = nanos;
        words[at + 1] = frame & FRAME_MASK | (long) p.flags << FLAGS_SHIFT | (fromLow ? FROM_LOW : 0) | (p.dontFragment ? DONT_FRAGMENT : 0)
                | (p.timestamps ? TIMESTAMPS : 0) | (p.optionsComplete ? OPTIONS_COMPLETE : 0) | (duplicate ? DUPLICATE : 0)
                | (long) p.optionsLength << OPTIONS_SHIFT;
        words[at + 2] = pack(p.seq, p.ack);
        words[at + 3] = pack(p.tsVal, p.tsEcr);
        words[at + 4] = pack(p.payloadLength, p.window << 16 | p.ttl << 8 | p.tos);
        words[at + 5] = pack(p.flowLabel, p.ipId);
        count++;
    }

    /** Segments numbered {@code from} to {@code to}, as far as still held. */
    List<Segment> read(long from, long to, boolean lowIsClient) {
        List<Segment> result = new ArrayList<>();
        for (long i = Math.max(from, oldest()); i < Math.min(to, count); i++) {
            int at = (int) (i % (words.length / WORDS)) * WORDS;
            long head = words[at + 1];
            int mixed = (int) words[at + 4];
            result.add(new Segment(head & FRAME_MASK, words[at], (head & FROM_LOW) != 0 == lowIsClient, high(words[at + 2]),
                    (int) words[at + 2], (int) (head >>> FLAGS_SHIFT) & 0xff, mixed >>> 16, high(words[at + 4]), mixed >>> 8 & 0xff,
                    mixed & 0xff, (int) words[at + 5], (head & DONT_FRAGMENT) != 0, high(words[at + 5]), (head & TIMESTAMPS) != 0,
                    high(words[at + 3]), (int) words[at + 3], (head & OPTIONS_COMPLETE) != 0, (int) (head >>> OPTIONS_SHIFT),
                    (head & DUPLICATE) != 0));
        }
        return result;
    }

    /** A copy of the segments numbered {@code from} to {@code to}, that later additions do not change. */
    SegmentLog copy(long from, long to) {
        SegmentLog copy = new SegmentLog();
        long first = Math.max(from, oldest());
        int held = (int) Math.max(0, Math.min(to, count) - first);
        copy.words = new long[Math.max(1, held) * WORDS];
        for (int i = 0; i < held; i++) {
            System.arraycopy(words, (int) ((first + i) % (words.length / WORDS)) * WORDS, copy.words, i * WORDS, WORDS);
        }
        copy.count = held;
        return copy;
    }

    private static long pack(int high, int low) {
        return (long) high << 32 | low & 0xffffffffL;
    }

    private static int high(long word) {
        return (int) (word >>> 32);
    }
}
