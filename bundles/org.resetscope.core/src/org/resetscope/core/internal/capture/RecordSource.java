package org.resetscope.core.internal.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import org.resetscope.core.capture.CaptureException;
import org.resetscope.core.capture.CaptureException.Code;
import org.resetscope.core.capture.CaptureInput;
import org.resetscope.core.capture.PacketSource;
import org.resetscope.core.capture.PacketView;
import org.resetscope.core.model.Problem;

/** What the sources of all formats share: a window that follows the records, the frame count, and the ways to stop. */
abstract class RecordSource implements PacketSource {

    /** What tcpdump and Wireshark take for the longest sensible packet where the capture does not allow for more. */
    private static final int USUAL_MAXIMUM = 262_144;
    private static final int MAXIMUM = 1 << 24;
    /** Small enough for the processor's cache, large enough that reading it costs no more than copying. */
    private static final int WINDOW = 1 << 18;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final CaptureInput input;
    private long size;
    private final List<Problem> problems;
    private boolean ended;
    /** As of the latest call of {@link #next}: bytes that come meanwhile are seen by the next one. */
    private boolean growing;
    /** Nothing was damaged so far. */
    private boolean whole = true;

    /** Holds the bytes from {@link #base} on; big-endian. */
    protected ByteBuffer buffer = NOTHING;
    private long base;
    /** Where the next record starts. */
    protected long position;
    /** Number of the last packet read. */
    protected long frame;

    RecordSource(CaptureInput input) {
        this.input = input;
        this.size = input.size();
        this.problems = new ArrayList<>(input.problems());
    }

    /** Reads the record at {@link #position}; on false, that is left where it is for the case that the input grows. */
    protected abstract boolean read(PacketView view) throws IOException;

    @Override
    public final boolean next(PacketView view) throws IOException {
        if (ended) {
            return false;
        }
        // stays so where reading fails
        ended = true;
        growing = input.mayGrow();
        boolean found = read(view);
        ended = !found && !(growing && whole);
        return found;
    }

    @Override
    public final long position() {
        return Math.min(position, size);
    }

    @Override
    public final long size() {
        return size;
    }

    @Override
    public final List<Problem> problems() {
        return List.copyOf(problems);
    }

    @Override
    public void close() {
        ended = true;
        buffer = NOTHING;
    }

    /**
     * Brings bytes into the window.
     *
     * @return the index in {@link #buffer} of the byte at {@code offset} of the input, with {@code length} bytes from there on; -1 where
     *         the input ends before
     */
    protected final int index(long offset, int length) throws IOException {
        long index = offset - base;
        return index >= 0 && index + length <= buffer.limit() ? (int) index : refill(offset, length);
    }

    private int refill(long offset, int length) throws IOException {
        if (offset < 0 || length > size - offset && (!grown() || length > size - offset)) {
            return -1;
        }
        if (buffer.capacity() < length) {
            int window = Math.max(WINDOW, length);
            buffer = ByteBuffer.allocateDirect(growing ? window : (int) Math.min(size, window));
        }
        buffer.clear();
        input.read(buffer, offset);
        buffer.flip();
        base = offset;
        if (buffer.limit() < length) {
            throw new CaptureException(Code.IO, input.name() + " got shorter while it was read: it had " + size + " bytes, now it ends at "
                    + (offset + buffer.limit()) + ".");
        }
        return 0;
    }

    protected final boolean atEnd() {
        return position >= size && !grown();
    }

    private boolean grown() {
        long before = size;
        size = input.size();
        return size > before;
    }

    /** The longest record that a capture with this snap length may sensibly hold. */
    protected static int maximum(int snapLength) {
        return snapLength < 0 ? MAXIMUM : Math.min(MAXIMUM, Math.max(USUAL_MAXIMUM, snapLength));
    }

    /** Ends the stream because the input ends within a record, unless the rest may come yet. */
    protected final boolean truncated() {
        if (growing) {
            return false;
        }
        problems.add(new Problem("truncated", input.name() + " ends in the middle of a record: of the one at byte " + position + " only "
                + (size - position) + " bytes are there. The " + frame + " packets before it were used.", position));
        position = size;
        return false;
    }

    /** Ends the stream because a record cannot be right. @param what "its length is 7" */
    protected final boolean damaged(String what) {
        whole = false;
        problems.add(new Problem("bad-record", input.name() + " is damaged: the record at byte " + position + " cannot be right, " + what
                + ". The " + frame + " packets before it were used; the rest (" + (size - position) + " bytes) was not.", position));
        return false;
    }

    /** Tells of something that does not end the stream, once for each code. */
    protected final void note(String code, String text) {
        if (problems.stream().noneMatch(p -> p.code().equals(code))) {
            problems.add(new Problem(code, input.name() + ": " + text, position));
        }
    }
}
