package org.resetscope.core.internal.flow;

import java.util.Arrays;

/**
 * Memory for the last segments of each flow: rings of {@link #CAPACITY} packed segments, used again by another flow when one ends. Flows
 * come and go every few dozen packets; to allocate a log for each would cost more than to follow them.
 */
final class SegmentRings {

    static final int CAPACITY = 32;
    private static final int WORDS = CAPACITY * PackedSegment.WORDS;
    private static final int IN_A_BLOCK = 64;

    private long[][] blocks = new long[0][];
    private int[] free = new int[IN_A_BLOCK];
    private int frees;

    /** @return number of a ring that nobody else uses */
    int take() {
        if (frees == 0) {
            int first = blocks.length * IN_A_BLOCK;
            blocks = Arrays.copyOf(blocks, blocks.length + 1);
            blocks[blocks.length - 1] = new long[IN_A_BLOCK * WORDS];
            for (int i = IN_A_BLOCK - 1; i >= 0; i--) {
                release(first + i);
            }
        }
        return free[--frees];
    }

    void release(int ring) {
        if (frees == free.length) {
            free = Arrays.copyOf(free, frees * 2);
        }
        free[frees++] = ring;
    }

    /** The words among which the ring is. */
    long[] words(int ring) {
        return blocks[ring / IN_A_BLOCK];
    }

    /** Index in its {@link #words} of a ring's first segment. */
    static int start(int ring) {
        return ring % IN_A_BLOCK * WORDS;
    }

    /** Where the segment with this number is, counted from {@link #start}. */
    static int offset(long number) {
        return ((int) number & CAPACITY - 1) * PackedSegment.WORDS;
    }
}
