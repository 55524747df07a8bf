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
        int captured = u32(at + 8);
        if (captured < 0 || captured > maximum) {
            return damaged("it claims " + Integer.toUnsignedString(captured) + " bytes");
        }
        at = index(position, recordHeader + captured);
        if (at < 0) {
            return truncated();
        }
        long seconds = u32(at) & 0xffff_ffffL;
        long fraction = u32(at + 4) & 0xffff_ffffL;
        int original = u32(at + 12);
        view.wrap(++frame, seconds * NANOS + fraction * nanosPerUnit, fractionDigits, linkType, 0, buffer, at + recordHeader, captured,
                Math.max(original, captured), position);
        position += recordHeader + captured;
        return true;
    }

    private int u32(int at) {
        int value = buffer.getInt(at);
        return bigEndian ? value : Integer.reverseBytes(value);
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
