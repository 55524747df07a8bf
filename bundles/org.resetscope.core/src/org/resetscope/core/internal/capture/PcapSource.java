package org.resetscope.core.internal.capture;

import java.io.IOException;

import org.resetscope.core.capture.CaptureInput;
import org.resetscope.core.capture.PacketView;

/** Packets of a libpcap file. */
final class PcapSource extends RecordSource {

    static final int FILE_HEADER = 24;
    private static final long NANOS = 1_000_000_000L;

    private final boolean bigEndian;
    private final int recordHeader;
    private final int nanosPerUnit;
    private final int fractionDigits;
    private final int maximum;
    private final int linkType;

    PcapSource(CaptureInput input, int magic, boolean bigEndian, int snapLength, int linkType) {
        super(input);
        this.bigEndian = bigEndian;
        this.recordHeader = magic == PcapFormat.MODIFIED ? 24 : 16;
        this.nanosPerUnit = magic == PcapFormat.NANOSECONDS ? 1 : 1000;
        this.fractionDigits = magic == PcapFormat.NANOSECONDS ? 9 : 6;
        this.maximum = maximum(snapLength);
        this.linkType = linkType;
        this.position = FILE_HEADER;
    }

    @Override
    protected boolean read(PacketView view) throws IOException {
        if (atEnd()) {
            return false;
        }
        int at = index(position, recordHeader);
        if (at < 0) {
            return truncated();
        }
        long lengths = u64(at + 8);
        int captured = (int) (lengths >>> 32);
        if (captured < 0 || captured > maximum) {
            return damaged("it claims " + Integer.toUnsignedString(captured) + " bytes");
        }
        at = index(position, recordHeader + captured);
        if (at < 0) {
            return truncated();
        }
        long time = u64(at);
        long seconds = time >>> 32;
        long fraction = time & 0xffff_ffffL;
        int original = (int) lengths;
        view.wrap(++frame, seconds * NANOS + fraction * nanosPerUnit, fractionDigits, linkType, 0, buffer, at + recordHeader, captured,
                Math.max(original, captured), position);
        position += recordHeader + captured;
        return true;
    }

    /** Two numbers of four bytes, the first one in the upper half. */
    private long u64(int at) {
        long value = buffer.getLong(at);
        return bigEndian ? value : Long.rotateLeft(Long.reverseBytes(value), 32);
    }

    @Override
    public String format() {
        return nanosPerUnit == 1 ? "pcap-nanosecond" : "pcap";
    }

    @Override
    public long droppedPackets() {
        return -1;
    }
}
