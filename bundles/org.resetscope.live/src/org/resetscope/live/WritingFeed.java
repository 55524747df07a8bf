package org.resetscope.live;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.resetscope.core.capture.PacketView;
import org.resetscope.core.live.PacketFeed;
import org.resetscope.core.model.Problem;

/** Passes packets on and writes them down; where that ends or fails, they only pass. */
abstract class WritingFeed implements PacketFeed {

    private final PacketFeed feed;
    private volatile Problem problem;
    private long frame;

    /** @param feed closed with this */
    WritingFeed(PacketFeed feed) {
        this.feed = feed;
    }

    /** Never called again after {@link #end}, or a failure. */
    abstract void write(PacketView view) throws IOException;

    /** There is time for it. */
    abstract void flush() throws IOException;

    /** Closes what is open, if anything is. */
    abstract void finish() throws IOException;

    /** What the user is told of a failure. */
    abstract Problem failure(IOException e, long frame);

    /** Nothing is written from here on. */
    final void end(Problem why) {
        problem = why;
        try {
            finish();
        } catch (IOException e) {
            // that it has ended is told
        }
    }

    @Override
    public final boolean next(PacketView view) throws IOException {
        boolean there = feed.next(view);
        frame += there ? 1 : 0;
        if (problem == null) {
            try {
                if (there) {
                    write(view);
                } else {
                    flush();
                }
            } catch (IOException e) {
                end(failure(e, frame));
            }
        }
        return there;
    }

    @Override
    public final boolean ended() {
        return feed.ended();
    }

    @Override
    public String name() {
        return feed.name();
    }

    @Override
    public final String format() {
        return feed.format();
    }

    @Override
    public final Losses losses() {
        return feed.losses();
    }

    @Override
    public final List<Problem> problems() {
        List<Problem> all = new ArrayList<>(feed.problems());
        if (problem != null) {
            all.add(problem);
        }
        return all;
    }

    @Override
    public final void close() throws IOException {
        try {
            finish();
        } catch (IOException e) {
            problem = failure(e, frame);
        } finally {
            feed.close();
        }
    }
}
