package org.resetscope.core.internal.flow;

import org.resetscope.core.decode.TcpPacket;

/**
 * Decoded segments that wait to be followed together. Following one costs a handful of reads scattered over memory; touching the flows
 * of all that wait first lets the processor fetch them at the same time instead of one after the other (group prefetching; Chen et al.,
 * Improving Hash Join Performance through Prefetching, ICDE 2004).
 */
final class Backlog {

    private static final int SIZE = 32;

    final TcpPacket[] packets = new TcpPacket[SIZE];
    final long[] frames = new long[SIZE];
    final long[] nanos = new long[SIZE];
    int size;

    Backlog() {
        for (int i = 0; i < SIZE; i++) {
            packets[i] = new TcpPacket();
        }
    }

    /** Where the next segment is decoded to. */
    TcpPacket free() {
        return packets[size];
    }

    /** @return true when no more fit */
    boolean add(long frame, long time) {
        frames[size] = frame;
        nanos[size] = time;
        return ++size == SIZE;
    }
}
