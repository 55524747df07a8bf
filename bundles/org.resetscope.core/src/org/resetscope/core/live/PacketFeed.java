package org.resetscope.core.live;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

import org.resetscope.core.capture.PacketView;
import org.resetscope.core.model.Problem;

/** Packets of traffic that goes on. Not thread-safe, but for {@link #format()} and {@link #problems()}. */
public interface PacketFeed extends Closeable {

    /**
     * Moves the cursor to the next packet; where there is none, waits for one, a tenth of a second at most.
     *
     * @param view its frames count from 1 without a gap
     * @return false where none came
     * @throws IOException where no more can be read; the message is a sentence for the user
     */
    boolean next(PacketView view) throws IOException;

    /** Whether no packet will come any more. */
    boolean ended();

    /** What is watched, as the user named it. */
    String name();

    /** As {@link org.resetscope.core.capture.PacketSource#format()}; "live" for an interface; null as long as it is not known. */
    String format();

    /** Packets that never got here. */
    Losses losses();

    /** What was wrong so far. */
    default List<Problem> problems() {
        return List.of();
    }

    /**
     * @param kernel packets that passed the filter, but found no room in the system's buffer, since nobody fetched them in time;
     *        negative where nothing tells
     * @param device packets that the network device or its driver lost
     */
    record Losses(long kernel, long device) {

        /** Where nothing was lost. */
        public static final Losses NONE = new Losses(0, 0);
        /** Where nothing tells, as in a capture that has no statistics. */
        public static final Losses UNKNOWN = new Losses(-1, 0);

        /** Whether something tells. */
        public boolean known() {
            return kernel >= 0;
        }
    }
}
