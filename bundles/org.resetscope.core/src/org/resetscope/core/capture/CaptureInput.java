package org.resetscope.core.capture;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The uncompressed bytes of one capture, of any size, readable at random. */
public interface CaptureInput extends Closeable {

    /** How the user named it; for messages only, never a reason for a verdict. */
    String name();

    long size();

    /**
     * A big-endian view of the bytes from {@code offset}; as long as can be had at once, at least {@code atLeast} bytes unless the
     * input ends before. Views are memory maps where the input is a file and stay valid until {@link #close()}.
     */
    ByteBuffer view(long offset, int atLeast) throws IOException;
}
