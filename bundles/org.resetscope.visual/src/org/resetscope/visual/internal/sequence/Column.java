package org.resetscope.visual.internal.sequence;

/** What one direction did in a slice of time: what was sent, and what the other side said of it. */
final class Column {

    final Spans data = new Spans();
    /** Retransmissions, and what fills a hole. */
    final Spans again = new Spans();
    /** By selective acknowledgement. */
    final Spans held = new Spans();
    final Level acknowledged = new Level();
    final Level window = new Level();
    int segments;
    int retransmissions;
    int outOfOrder;
    long bytes;
    boolean zeroWindow;
    /** Of the first packet with data, or 0. */
    long frame;

    /** A line that goes up and down. */
    static final class Level {

        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        long last;

        boolean known() {
            return most != Long.MIN_VALUE;
        }

        void at(long value) {
            least = Math.min(least, value);
            most = Math.max(most, value);
            last = value;
        }

        private void then(Level later) {
            if (later.known()) {
                least = Math.min(least, later.least);
                most = Math.max(most, later.most);
                last = later.last;
            }
        }
    }

    /** Takes in the slice that follows. */
    void then(Column later) {
        data.add(later.data);
        again.add(later.again);
        held.add(later.held);
        acknowledged.then(later.acknowledged);
        window.then(later.window);
        segments += later.segments;
        retransmissions += later.retransmissions;
        outOfOrder += later.outOfOrder;
        bytes += later.bytes;
        zeroWindow |= later.zeroWindow;
        frame = frame == 0 ? later.frame : frame;
    }
}
