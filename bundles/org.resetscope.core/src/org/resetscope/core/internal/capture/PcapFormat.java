package org.resetscope.core.internal.capture;

import java.io.IOException;
import java.nio.ByteBuffer;

import org.resetscope.core.capture.CaptureException;
import org.resetscope.core.capture.CaptureException.Code;
import org.resetscope.core.capture.CaptureFormat;
import org.resetscope.core.capture.CaptureInput;
import org.resetscope.core.capture.PacketSource;

/** The classic libpcap file (draft-ietf-opsawg-pcap), in both byte orders and the three record layouts in use. */
public final class PcapFormat implements CaptureFormat {

    static final int MICROSECONDS = 0xa1b2c3d4;
    static final int NANOSECONDS = 0xa1b23c4d;
    /** Alexey Kuznetzov's variant with eight more bytes in each record. */
    static final int MODIFIED = 0xa1b2cd34;

    @Override
    public boolean recognises(ByteBuffer head) {
        return head.limit() >= 4 && (isMagic(head.getInt(0)) || isMagic(Integer.reverseBytes(head.getInt(0))));
    }

    private static boolean isMagic(int value) {
        return value == MICROSECONDS || value == NANOSECONDS || value == MODIFIED;
    }

    @Override
    public PacketSource open(CaptureInput input) throws IOException {
        ByteBuffer header = input.copy(0, PcapSource.FILE_HEADER);
        if (header.limit() < PcapSource.FILE_HEADER) {
            throw new CaptureException(Code.BAD_HEADER, input.name() + " is a pcap file that ends within its header, after "
                    + header.limit() + " bytes; there is no packet in it.");
        }
        boolean bigEndian = isMagic(header.getInt(0));
        int magic = bigEndian ? header.getInt(0) : Integer.reverseBytes(header.getInt(0));
        int snapLength = bigEndian ? header.getInt(16) : Integer.reverseBytes(header.getInt(16));
        int link = bigEndian ? header.getInt(20) : Integer.reverseBytes(header.getInt(20));
        // the upper half tells whether frames end with a checksum; nothing here looks that far
        return new PcapSource(input, magic, bigEndian, snapLength, link & 0xffff);
    }
}
