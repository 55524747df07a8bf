package org.resetscope.live;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.resetscope.core.capture.PacketView;

/** Writes packets into a new pcap file with nanoseconds (draft-ietf-opsawg-pcap), in large pieces. */
final class PcapWriter implements Closeable {

    static final int FILE_HEADER = 24;
    static final int RECORD_HEADER = 16;
    private static final int NANOSECONDS = 0xa1b23c4d;
    private static final int BUFFER = 1 << 20;
    private static final long NANOS = 1_000_000_000;

    private final FileChannel channel;
    private final int linkType;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    private long written;

    /** @throws IOException also where the file is there already */
    PcapWriter(Path file, int linkType) throws IOException {
        this.channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        this.linkType = linkType;
        buffer.putInt(NANOSECONDS).putShort((short) 2).putShort((short) 4).putInt(0).putInt(0).putInt(InterfaceCapture.WHOLE).putInt(linkType);
        flush(); // so that who follows the file knows what it is
    }

    void write(PacketView p) throws IOException {
        int length = RECORD_HEADER + p.capturedLength();
        if (buffer.remaining() < length) {
            flush();
        }
        buffer.putInt((int) Math.floorDiv(p.timeNanos(), NANOS)).putInt((int) Math.floorMod(p.timeNanos(), NANOS)).putInt(p.capturedLength())
                .putInt(p.originalLength());
        buffer.put(buffer.position(), p.buffer(), p.offset(), p.capturedLength()).position(buffer.position() + p.capturedLength());
    }

    int linkType() {
        return linkType;
    }

    /** Bytes of the file, with those that are still to be written. */
    long size() {
        return written + buffer.position();
    }

    void flush() throws IOException {
        buffer.flip();
        written += buffer.remaining();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }

    @Override
    public void close() throws IOException {
        try {
            flush();
        } finally {
            channel.close();
        }
    }
}
