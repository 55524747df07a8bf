package org.resetscope.core.internal.analyze;

import java.io.IOException;

import org.resetscope.core.capture.PacketSource;
import org.resetscope.core.capture.PacketView;
import org.resetscope.core.decode.PacketDecoder;
import org.resetscope.core.internal.flow.SegmentBatch;

/** Reads and decodes the packets of one source, a batch at a time. */
final class BatchReader {

    /** A batch ends after that many packets even where few of them are TCP, so that progress and cancelling stay in step. */
    private static final int MOST_PACKETS = 4096;

    private final PacketSource source;
    private final PacketView view = new PacketView();
    private final PacketDecoder decoder = new PacketDecoder();
    private long firstNanos;
    private boolean began;

    BatchReader(PacketSource source) {
        this.source = source;
    }

    /** @return false when there was nothing left to read */
    boolean fill(SegmentBatch batch) throws IOException {
        batch.clear();
        int packets = 0;
        while (!batch.full() && packets < MOST_PACKETS && source.next(view)) {
            packets++;
            batch.read(view);
            if (!began) {
                began = true;
                firstNanos = view.timeNanos();
            }
            switch (decoder.decode(view, batch.free())) {
                case TCP -> batch.addSegment(view);
                case UNKNOWN_LINK_TYPE -> batch.addUnknownLink();
                default -> { }
            }
        }
        batch.position(source.position());
        return packets > 0;
    }

    /** Time of the first packet; meaningful once a batch was filled. */
    long firstNanos() {
        return firstNanos;
    }
}
