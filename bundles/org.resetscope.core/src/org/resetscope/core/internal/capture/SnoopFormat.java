package org.resetscope.core.internal.capture;

import java.io.IOException;
import java.nio.ByteBuffer;

import org.resetscope.core.capture.CaptureException;
import org.resetscope.core.capture.CaptureException.Code;
import org.resetscope.core.capture.CaptureFormat;
import org.resetscope.core.capture.CaptureInput;
import org.resetscope.core.capture.PacketSource;

/** Solaris snoop files of version 2 (RFC 1761). */
public final class SnoopFormat implements CaptureFormat {

    private static final long MAGIC = 0x736e_6f6f_7000_0000L;
    private static final int VERSION = 2;

    @Override
    public boolean recognises(ByteBuffer head) {
        return head.limit() >= 8 && head.getLong(0) == MAGIC;
    }

    @Override
    public PacketSource open(CaptureInput input) throws IOException {
        ByteBuffer header = input.copy(0, SnoopSource.FILE_HEADER);
        if (header.limit() < SnoopSource.FILE_HEADER) {
            throw new CaptureException(Code.BAD_HEADER, input.name() + " is a snoop file that ends within its header, after "
                    + header.limit() + " bytes; there is no packet in it.");
        }
        if (header.getInt(8) != VERSION) {
            throw new CaptureException(Code.BAD_HEADER, input.name() + " is a snoop file of version "
                    + Integer.toUnsignedString(header.getInt(8)) + "; version 2 can be read.");
        }
        return new SnoopSource(input, linkType(header.getInt(12)));
    }

    /** RFC 1761's datalink types as LINKTYPE_ values; -1 for those without one. */
    private static int linkType(int datalink) {
        return switch (datalink) {
        case 0, 4 -> 1;
        case 2 -> 6;
        case 8 -> 10;
        default -> -1;
        };
    }
}
