package org.resetscope.core.capture;

import java.nio.ByteBuffer;

/**
 * A reusable cursor over one captured packet: a {@link PacketSource} moves it from packet to packet, nothing is allocated.
 * Whatever it shows is valid only until the next call of {@link PacketSource#next(PacketView)}.
 */
public final class PacketView {

    private long frame;
    private long timeNanos;
    private int fractionDigits;
    private int linkType;
    private int interfaceId;
    private ByteBuffer buffer;
    private int offset;
    private int capturedLength;
    private int originalLength;
    private long fileOffset;

    /**
     * Points this cursor at a packet. Called by packet sources only.
     *
     * @param buffer big-endian view that holds the packet's bytes at absolute index {@code offset}
     * @param fileOffset where the packet's record starts in the (uncompressed) input, for messages and for reading it again
     */
    public void wrap(long frame, long timeNanos, int fractionDigits, int linkType, int interfaceId, ByteBuffer buffer, int offset,
            int capturedLength, int originalLength, long fileOffset) {
        this.frame = frame;
        this.timeNanos = timeNanos;
        this.fractionDigits = fractionDigits;
        this.linkType = linkType;
        this.interfaceId = interfaceId;
        this.buffer = buffer;
        this.offset = offset;
        this.capturedLength = capturedLength;
        this.originalLength = originalLength;
        this.fileOffset = fileOffset;
    }

    /** Counts from 1 as Wireshark does. */
    public long frame() {
        return frame;
    }

    /** Nanoseconds since 1970-01-01T00:00:00Z on the capture's clock; 0 where the capture holds no time. */
    public long timeNanos() {
        return timeNanos;
    }

    /** Digits after the decimal point that the capture's clock really has (6 for microseconds), at most 9. */
    public int fractionDigits() {
        return fractionDigits;
    }

    /** LINKTYPE_ value as registered by tcpdump.org (also where the file format numbers its links otherwise). */
    public int linkType() {
        return linkType;
    }

    /** Index of the interface within its section; 0 where the format knows one only. */
    public int interfaceId() {
        return interfaceId;
    }

    /** Big-endian; read by absolute index only, between {@link #offset()} and {@code offset() + capturedLength()}. */
    public ByteBuffer buffer() {
        return buffer;
    }

    /** Absolute index of the packet's first byte in {@link #buffer()}. */
    public int offset() {
        return offset;
    }

    /** Bytes that the file holds of this packet. */
    public int capturedLength() {
        return capturedLength;
    }

    /** Bytes that the packet had on the wire. */
    public int originalLength() {
        return originalLength;
    }

    /** Where the packet's record starts in the (uncompressed) input. */
    public long fileOffset() {
        return fileOffset;
    }
}
