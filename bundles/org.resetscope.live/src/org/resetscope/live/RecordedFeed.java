package org.resetscope.live;

import java.io.IOException;
import java.nio.file.Path;

import org.resetscope.core.capture.PacketView;
import org.resetscope.core.live.PacketFeed;
import org.resetscope.core.model.Problem;

/** Passes packets on and writes them into one file, in which they have the same frame numbers; up to a size, from which on they only pass. */
public final class RecordedFeed extends WritingFeed {

    private final Path file;
    private final long limit;
    private PcapWriter writer;

    /**
     * @param feed closed with this
     * @param file to be made
     * @param limit bytes
     */
    public RecordedFeed(PacketFeed feed, Path file, long limit) {
        super(feed);
        this.file = file;
        this.limit = limit;
    }

    @Override
    void write(PacketView view) throws IOException {
        if (writer == null) {
            writer = new PcapWriter(file, view.linkType());
        }
        if (writer.size() + PcapWriter.RECORD_HEADER + view.capturedLength() > limit || writer.linkType() != view.linkType()) {
            end(Problem.of("recording", file + " is full: watching goes on, but packets from frame " + view.frame() + " on cannot be shown."));
        } else {
            writer.write(view);
        }
    }

    @Override
    void flush() throws IOException {
        if (writer != null) {
            writer.flush();
        }
    }

    @Override
    void finish() throws IOException {
        if (writer != null) {
            PcapWriter done = writer;
            writer = null;
            done.close();
        }
    }

    @Override
    Problem failure(IOException e, long frame) {
        return Problem.of("recording", file + " cannot be written to: " + e.getMessage() + ". Watching goes on, but packets from frame " + frame
                + " on cannot be shown.");
    }

    @Override
    public String name() {
        return file.toString();
    }
}
