package org.resetscope.core.capture;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

import org.resetscope.core.model.Problem;

/** The uncompressed bytes of one capture, of any size, readable at random. Thread-safe. */
public interface CaptureInput extends Closeable {

    /** How the user named it; for messages only, never a reason for a verdict. */
    String name();

    long size();

    /**
     * A big-endian view of the bytes from {@code offset} (its index 0); as long as can be had at once, at least {@code atLeast} bytes
     * unless the input ends before. Views are memory maps where the input is a file and stay valid until {@link #close()}. Reading one
     * whose file somebody else cut short in the meantime throws {@link InternalError}; {@link PacketSource#next} makes an
     * {@link IOException} of it.
     */
    ByteBuffer view(long offset, int atLeast) throws IOException;

    /** What was wrong with the bytes before any format saw them: a compressed file that ends too early. */
    default List<Problem> problems() {
        return List.of();
    }
}
