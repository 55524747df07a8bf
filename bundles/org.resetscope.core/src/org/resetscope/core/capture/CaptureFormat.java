package org.resetscope.core.capture;

import java.io.IOException;
import java.nio.ByteBuffer;

/** A file format of captures, contributed through the extension point {@code org.resetscope.core.captureFormats}. */
public interface CaptureFormat {

    /** Bytes that {@link #recognises(ByteBuffer)} may look at. */
    int HEAD = 64;

    /**
     * Tells by the first bytes whether this format can read the input.
     *
     * @param head up to {@link #HEAD} bytes from the start of the (uncompressed) input, position 0; fewer where the input is shorter
     */
    boolean recognises(ByteBuffer head);

    /** @throws IOException when the medium fails, or the header is too damaged to read any packet (the message says why) */
    PacketSource open(CaptureInput input) throws IOException;
}
