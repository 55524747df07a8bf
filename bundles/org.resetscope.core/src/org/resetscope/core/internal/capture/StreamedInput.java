package org.resetscope.core.internal.capture;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;

import org.resetscope.core.capture.CaptureInput;
import org.resetscope.core.model.Problem;

/**
 * A stream that may never end, read by a thread of its own. Of its (decompressed) bytes the latest are held, at least as many as the
 * longest record has; a stream that is faster than its reader waits.
 */
public final class StreamedInput implements CaptureInput {

    /** Twice the longest record. */
    private static final int CAPACITY = 1 << 25;
    private static final int CHUNK = 1 << 16;

    private final String name;
    private final InputStream stream;
    private final Thread pump = new Thread(this::pump, "ResetScope stream");
    private byte[] ring = new byte[CHUNK * 4];
    private long written;
    /** Bytes before that are not needed any more. */
    private long needed;
    private boolean waitsForRoom;
    private boolean ended;
    private IOException failure;
    private Problem problem;

    /** @param stream closed with this; its reads may block */
    public StreamedInput(String name, InputStream stream) {
        this.name = name;
        this.stream = stream;
        pump.setDaemon(true);
        pump.start();
    }

    private void pump() {
        try {
            BufferedInputStream in = new BufferedInputStream(stream, CHUNK);
            in.mark(Compression.MAGIC_LENGTH);
            Compression compression = Compression.of(in.readNBytes(Compression.MAGIC_LENGTH));
            in.reset();
            copy(compression, in);
        } catch (IOException e) {
            synchronized (this) {
                failure = e;
            }
        } catch (InterruptedException e) {
            // closed
        }
        synchronized (this) {
            ended = true;
        }
    }

    private void copy(Compression compression, InputStream in) throws IOException, InterruptedException {
        byte[] chunk = new byte[CHUNK];
        try {
            InputStream plain = compression.expand(name, in);
            for (int count = plain.read(chunk); count >= 0; count = plain.read(chunk)) {
                add(chunk, count);
            }
        } catch (IOException | RuntimeException e) {
            if (compression == Compression.NONE) {
                throw e;
            }
            synchronized (this) {
                problem = new Problem("truncated", name + " is damaged or ends too early within its " + compression.word() + " compression ("
                        + e.getMessage() + "); the " + written + " bytes before that were used.", written);
            }
        }
    }

    private synchronized void add(byte[] chunk, int count) throws InterruptedException {
        while (written + count - needed > ring.length) {
            if (ring.length < CAPACITY) {
                grow();
            } else {
                waitsForRoom = true;
                wait();
            }
        }
        waitsForRoom = false;
        int at = (int) (written % ring.length);
        int first = Math.min(count, ring.length - at);
        System.arraycopy(chunk, 0, ring, at, first);
        System.arraycopy(chunk, first, ring, 0, count - first);
        written += count;
    }

    private void grow() {
        byte[] larger = new byte[ring.length * 2];
        for (long i = Math.max(needed, written - ring.length); i < written; i++) {
            larger[(int) (i % larger.length)] = ring[(int) (i % ring.length)];
        }
        ring = larger;
    }

    @Override
    public String name() {
        return name;
    }

    /** Asked for in vain by who has all the bytes held already: then it is about to skip them, and room is made. */
    @Override
    public synchronized long size() {
        if (waitsForRoom) {
            needed += CAPACITY / 2;
            notifyAll();
        }
        return written;
    }

    @Override
    public synchronized boolean mayGrow() {
        return !ended;
    }

    @Override
    public synchronized void read(ByteBuffer into, long offset) throws IOException {
        if (failure != null && offset >= written) {
            throw failure;
        }
        needed = Math.max(needed, Math.min(offset, written));
        notifyAll();
        long from = Math.max(offset, written - ring.length);
        while (into.hasRemaining() && from < written) {
            int at = (int) (from % ring.length);
            int count = (int) Math.min(Math.min(into.remaining(), ring.length - at), written - from);
            into.put(ring, at, count);
            from += count;
        }
    }

    @Override
    public synchronized List<Problem> problems() {
        return problem == null ? List.of() : List.of(problem);
    }

    /** Why no more bytes come, where that is a failure; or null. */
    public synchronized IOException failure() {
        return failure;
    }

    @Override
    public void close() throws IOException {
        pump.interrupt();
        stream.close();
    }
}
