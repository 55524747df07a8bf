package org.resetscope.core.internal.flow;

import org.resetscope.core.capture.PacketView;
import org.resetscope.core.decode.TcpPacket;

/** A run of packets of a capture, decoded and waiting to be followed: the TCP segments, and what there was to count besides. */
public final class SegmentBatch {

    private static final int SIZE = 1024;
    /** Bytes of a reset's payload that are kept: some devices say there why they sent it. */
    private static final int PAYLOAD_HEAD = 256;

    final TcpPacket[] segments = new TcpPacket[SIZE];
    final long[] frames = new long[SIZE];
    final long[] nanos = new long[SIZE];
    final int[] hashes = new int[SIZE];
    int size;
    private long lastFrame;
    private long lastNanos;
    private int digits;
    private long unknownLinks;
    private long position;

    public void clear() {
        size = 0;
        unknownLinks = 0;
    }

    /** Where the next packet is to be decoded to. */
    public TcpPacket free() {
        if (segments[size] == null) {
            segments[size] = new TcpPacket();
        }
        return segments[size];
    }

    /** The packet in {@code view} was decoded into {@link #free()} and is a TCP segment. */
    public void addSegment(PacketView view) {
        TcpPacket p = segments[size];
        if (p.has(TcpPacket.RST)) {
            p.keep(PAYLOAD_HEAD);
        }
        frames[size] = view.frame();
        nanos[size] = view.timeNanos();
        hashes[size] = FlowTable.hash(p);
        size++;
    }

    public void addUnknownLink() {
        unknownLinks++;
    }

    /** Every packet read counts, whatever it was. */
    public void read(PacketView view) {
        lastFrame = view.frame();
        lastNanos = view.timeNanos();
        digits = view.fractionDigits();
    }

    /** @param bytes of the input consumed so far */
    public void position(long bytes) {
        position = bytes;
    }

    public boolean full() {
        return size == SIZE;
    }

    public int segments() {
        return size;
    }

    public long firstSegmentNanos() {
        return nanos[0];
    }

    public long lastFrame() {
        return lastFrame;
    }

    public long lastNanos() {
        return lastNanos;
    }

    public int digits() {
        return digits;
    }

    public long unknownLinks() {
        return unknownLinks;
    }

    public long position() {
        return position;
    }
}
