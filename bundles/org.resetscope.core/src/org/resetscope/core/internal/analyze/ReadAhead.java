package org.resetscope.core.internal.analyze;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

import org.resetscope.core.internal.flow.SegmentBatch;

/** Reads and decodes large captures on a thread of its own, some batches ahead of the one whose flows are followed. */
final class ReadAhead implements Closeable {

    private static final int BATCHES = 4;
    private static final SegmentBatch END = new SegmentBatch();

    private final BatchReader reader;
    private final BlockingQueue<SegmentBatch> empty = new ArrayBlockingQueue<>(BATCHES + 1);
    private final BlockingQueue<SegmentBatch> filled = new ArrayBlockingQueue<>(BATCHES + 1);
    private final Thread thread = new Thread(this::run, "ResetScope reader");
    /** Written before END is handed over, read after it was taken. */
    private Throwable failure;

    ReadAhead(BatchReader reader) {
        this.reader = reader;
        for (int i = 0; i < BATCHES; i++) {
            empty.add(new SegmentBatch());
        }
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * @param done the batch taken before, to be filled again, or null
     * @return the next batch, or null at the end
     */
    SegmentBatch next(SegmentBatch done) throws IOException {
        if (done != null) {
            empty.add(done);
        }
        try {
            SegmentBatch batch = filled.take();
            if (batch != END) {
                return batch;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        if (failure instanceof IOException e) {
            throw e;
        } else if (failure instanceof RuntimeException e) {
            throw e;
        } else if (failure instanceof Error e) {
            throw e;
        }
        return null;
    }

    private void run() {
        try {
            SegmentBatch batch = empty.take();
            while (reader.fill(batch)) {
                filled.put(batch);
                batch = empty.take();
            }
        } catch (InterruptedException e) {
            // closed before the end
        } catch (Throwable e) {
            failure = e;
        }
        filled.add(END);
    }

    /** Returns when the thread has let go of the source, which may then be closed. */
    @Override
    public void close() {
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
