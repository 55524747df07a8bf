package org.resetscope.core.internal.capture;

import java.io.IOException;
import java.nio.ByteBuffer;

import org.resetscope.core.capture.CaptureException;
import org.resetscope.core.capture.CaptureException.Code;
import org.resetscope.core.capture.CaptureFormat;
import org.resetscope.core.capture.CaptureInput;
import org.resetscope.core.capture.PacketSource;

/** The next generation of pcap (draft-ietf-opsawg-pcapng). */
public final class PcapngFormat implements CaptureFormat {

    static final int SECTION_HEADER = 0x0a0d0d0a;
    static final int BYTE_ORDER_MAGIC = 0x1a2b3c4d;
    /** The shortest section header block. */
    static final int SECTION_MINIMUM = 28;

    @Override
    public boolean recognises(ByteBuffer head) {
        return head.limit() >= 12 && head.getInt(0) == SECTION_HEADER
                && (head.getInt(8) == BYTE_ORDER_MAGIC || Integer.reverseBytes(head.getInt(8)) == BYTE_ORDER_MAGIC);
    }

    @Override
    public PacketSource open(CaptureInput input) throws IOException {
        if (input.size() < SECTION_MINIMUM) {
            throw new CaptureException(Code.BAD_HEADER, input.name() + " is a pcapng file that ends within its header, after "
                    + input.size() + " bytes; there is no packet in it.");
        }
        return new PcapngSource(input);
    }
}
