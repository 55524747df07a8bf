package org.resetscope.live;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.resetscope.core.capture.PacketView;
import org.resetscope.core.live.PacketFeed;
import org.resetscope.core.model.Problem;

/** Passes packets on and writes them into one file, in which they have the same frame numbers; up to a size, from which on they only pass. */
public final class RecordedFeed implements PacketFeed {

    private final PacketFeed feed;
    private final Path file;
    private final long limit;
    private PcapWriter writer;
    private volatile Problem problem;

    /**
     * @param feed closed with this
     * @param file to be made
     * @param limit bytes
     */
    public RecordedFeed(PacketFeed feed, Path file, long limit) {
        this.feed = feed;
        this.file = file;
        this.limit = limit;
    }

    @Override
    public boolean next(PacketView view) throws IOException {
        boolean there = feed.next(view);
        if (problem != null) {
            return there;
        }
        try {
            if (!there) {
                flush();
            } else {
                write(view);
            }
        } catch (IOException e) {
            problem = Problem.of("recording", file + " cannot be written to: " + e.getMessage() + ". Watching goes on, but packets from frame "
                    + view.frame() + " on cannot be shown.");
        }
        return there;
    }

    private void write(PacketView view) throws IOException {
        if (writer == null) {
            writer = new PcapWriter(file, view.linkType());
        }
        if (writer.size() + PcapWriter.RECORD_HEADER + view.capturedLength() > limit || writer.linkType() != view.linkType()) {
            problem = Problem.of("recording", file + " is full: watching goes on, but packets from frame " + view.frame() + " on cannot be shown.");
            writer.close();
        } else {
            writer.write(view);
        }
    }

    private void flush() throws IOException {
        if (writer != null) {
            writer.flush();
        }
    }

    @Override
    public boolean ended() {
        return feed.ended();
    }

    @Override
    public String name() {
        return file.toString();
    }

    @Override
    public String format() {
        return feed.format();
    }

    @Override
    public Losses losses() {
        return feed.losses();
    }

    @Override
    public List<Problem> problems() {
        List<Problem> all = new ArrayList<>(feed.problems());
        if (problem != null) {
            all.add(problem);
        }
        return all;
    }

    @Override
    public void close() throws IOException {
        try {
            if (writer != null && problem == null) {
                writer.close();
            }
        } finally {
            feed.close();
        }
    }
}
