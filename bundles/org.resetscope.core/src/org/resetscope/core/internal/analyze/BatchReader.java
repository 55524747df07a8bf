package org.resetscope.core.internal.analyze;

import java.io.IOException;
import java.util.function.LongSupplier;

import org.resetscope.core.capture.PacketSource;
import org.resetscope.core.capture.PacketView;
import org.resetscope.core.decode.PacketDecoder;
import org.resetscope.core.internal.correlate.PointReader;
import org.resetscope.core.internal.flow.SegmentBatch;

/** Reads and decodes packets, a batch at a time. */
public final class BatchReader {

    /** What hands out packets one by one. */
    @FunctionalInterface
    public interface Cursor {
        /** @return false where there is none, for now or for ever */
        boolean next(PacketView view) throws IOException;
    }

    /** A batch ends after that many packets even where few of them are TCP, so that progress and cancelling stay in step. */
    private static final int MOST_PACKETS = 4096;

    private final Cursor packets;
    private final LongSupplier position;
    private final PointReader.Sink listener;
    private final long framesBefore;
    private final PacketView view = new PacketView();
    private final PacketDecoder decoder = new PacketDecoder();
    private long firstNanos;
    private boolean began;

    /**
     * @param listener is handed each packet as well, on the thread that reads; may be null
     * @param framesBefore of earlier parts of the capture
     */
    BatchReader(PacketSource source, PointReader.Sink listener, long framesBefore) {
        this(source::next, source::position, listener, framesBefore);
    }

    /** @param position bytes of the input consumed so far */
    public BatchReader(Cursor packets, LongSupplier position) {
        this(packets, position, null, 0);
    }

    private BatchReader(Cursor packets, LongSupplier position, PointReader.Sink listener, long framesBefore) {
        this.packets = packets;
        this.position = position;
        this.listener = listener;
        this.framesBefore = framesBefore;
    }

    /** @return false when there was nothing to read */
    public boolean fill(SegmentBatch batch) throws IOException {
        batch.clear();
        int read = 0;
        while (!batch.full() && read < MOST_PACKETS && packets.next(view)) {
            read++;
            batch.read(view);
            if (!began) {
                began = true;
                firstNanos = view.timeNanos();
            }
            if (listener != null) {
                listener.listening(view.timeNanos());
            }
            switch (decoder.decode(view, batch.free())) {
                case TCP -> {
                    if (listener != null) {
                        listener.take(batch.free(), framesBefore + view.frame(), view.timeNanos(), view.fractionDigits());
                    }
                    batch.addSegment(view);
                }
                case UNKNOWN_LINK_TYPE -> batch.addUnknownLink();
                default -> { }
            }
        }
        batch.position(position.getAsLong());
        return read > 0;
    }

    /** Time of the first packet; meaningful once a batch was filled. */
    public long firstNanos() {
        return firstNanos;
    }
}
