package org.resetscope.core.internal.capture;

import java.io.IOException;

import org.resetscope.core.capture.CaptureInput;
import org.resetscope.core.capture.PacketView;

/** Packets of a snoop file. */
final class SnoopSource extends RecordSource {

    static final int FILE_HEADER = 16;
    private static final int RECORD_HEADER = 24;
    private static final int MAXIMUM = maximum(0);
    private static final long NANOS = 1_000_000_000L;

    private final int linkType;
    private long dropped = -1;

    SnoopSource(CaptureInput input, int linkType) {
        super(input);
        this.linkType = linkType;
        this.position = FILE_HEADER;
    }

    @Override
    protected boolean read(PacketView view) throws IOException {
        if (atEnd()) {
            return false;
        }
        int at = index(position, RECORD_HEADER);
        if (at < 0) {
            return truncated();
        }
        int captured = buffer.getInt(at + 4);
        int length = buffer.getInt(at + 8);
        if (captured < 0 || captured > MAXIMUM) {
            return damaged("it claims " + Integer.toUnsignedString(captured) + " bytes");
        }
        if (length < RECORD_HEADER + captured || length > RECORD_HEADER + MAXIMUM) {
            return damaged("it claims a length of " + Integer.toUnsignedString(length) + " for " + captured + " bytes of packet");
        }
        at = index(position, RECORD_HEADER + captured);
        if (at < 0) {
            return truncated();
        }
        dropped = buffer.getInt(at + 12) & 0xffff_ffffL;
        long seconds = buffer.getInt(at + 16) & 0xffff_ffffL;
        long micros = buffer.getInt(at + 20) & 0xffff_ffffL;
        view.wrap(++frame, seconds * NANOS + micros * 1000, 6, linkType, 0, buffer, at + RECORD_HEADER, captured,
                Math.max(buffer.getInt(at), captured), position);
        position += length;
        return true;
    }

    @Override
    public String format() {
        return "snoop";
    }

    @Override
    public long droppedPackets() {
        return dropped;
    }
}
