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

    /** In bytes, as of opening; a file that still grows is read up to there, unless it {@link #mayGrow()}. */
    long size();

    /**
     * Whether more bytes may come. Then {@link #size()} is what there is now; bytes before the latest offset that was read may be gone; and
     * a source that finds no whole record may be asked for the next packet again.
     */
    default boolean mayGrow() {
        return false;
    }

    /**
     * Fills a buffer, from its position to its limit, with the bytes from {@code offset} on; leaves room where the input ends before.
     *
     * @throws IOException when the medium fails
     */
    void read(ByteBuffer into, long offset) throws IOException;

    /** A big-endian copy of {@code length} bytes from {@code offset}, of fewer where the input ends before; for headers. */
    default ByteBuffer copy(long offset, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.max(0, Math.min(length, size() - offset)));
        read(bytes, offset);
        return bytes.flip();
    }

    /** What was wrong with the bytes before any format saw them: a compressed file that ends too early. */
    default List<Problem> problems() {
        return List.of();
    }
}
