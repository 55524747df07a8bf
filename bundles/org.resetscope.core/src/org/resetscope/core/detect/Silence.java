package org.resetscope.core.detect;

import static org.resetscope.core.decode.TcpPacket.FIN;
import static org.resetscope.core.decode.TcpPacket.RST;

import java.util.List;

import org.resetscope.core.model.Reset;

/**
 * The longest pause of a connection towards its end.
 *
 * @param nanos its length
 * @param broken the segment that ended it; the reset itself where nothing else did
 * @param usual the longest other pause before it
 */
public record Silence(long nanos, Segment broken, long usual) {

    /**
     * In nanoseconds. Pauses below this are everyday waiting, not an idle connection; no timer of a device is shorter, so that to have survived
     * less says nothing.
     */
    public static final long NOTABLE_NANOS = 1_000_000_000L;
    /** An idle time stands out from what the connection does otherwise. */
    private static final int STANDS_OUT = 3;

    /** The pause that the last exchange before the reset ended, or null where the connection was not idle. */
    public static Silence before(Dossier d) {
        List<Segment> segments = d.before();
        long longest = 0;
        long second = 0;
        int at = -1;
        for (int i = 1; i <= segments.size(); i++) {
            Segment next = i < segments.size() ? segments.get(i) : d.reset();
            long pause = next.timeNanos() - segments.get(i - 1).timeNanos();
            if (segments.get(i - 1).has(RST)) {
                continue;
            }
            if (pause > longest) {
                second = longest;
                longest = pause;
                at = i;
            } else {
                second = Math.max(second, pause);
            }
        }
        if (longest < NOTABLE_NANOS || longest < STANDS_OUT * second || !recent(d, at)) {
            return null;
        }
        return new Silence(longest, at < segments.size() ? segments.get(at) : d.reset(), second);
    }

    /**
     * The pause out of which the claimed sender closed; what came later met a socket that was closed already, and drew the reset. Null where
     * it did not close, or not out of a pause.
     */
    public static Silence beforeClosing(Dossier d) {
        Segment last = null;
        for (Segment s : d.before()) {
            if (d.fromClaimed(s) && s.has(FIN)) {
                long pause = last == null ? 0 : s.timeNanos() - last.timeNanos();
                long usual = longestBefore(d, s);
                return pause < NOTABLE_NANOS || pause <= STANDS_OUT * usual ? null : new Silence(pause, s, usual);
            }
            last = s;
        }
        return null;
    }

    /**
     * The silence that a timer may have ended: where a reset answers what came after its sender had closed out of a pause, that pause;
     * otherwise the one {@link #before the last exchange}.
     */
    public static Silence timed(Dossier d) {
        Silence closing = d.form() == Reset.Form.ANSWER_TO_ACK ? beforeClosing(d) : null;
        return closing == null || closing.closers(d) > 0 ? before(d) : closing;
    }

    /** The silence as a report tells it; null where the connection was not idle, or both sides had closed it before. */
    public static Reset.Idle idle(Dossier d) {
        Silence silence = timed(d);
        int closers = silence == null ? 0 : silence.closers(d);
        return silence == null || closers == 2 ? null
                : new Reset.Idle(silence.nanos, silence.endedByClaimed(d), closers == 1, silence.survived(d));
    }

    /** Whether the claimed sender ended it: by the reset itself, or by closing. */
    public boolean endedByClaimed(Dossier d) {
        return broken == d.reset() || d.fromClaimed(broken) && broken.has(FIN);
    }

    /** How many sides had closed the connection before it: 0 to 2. */
    public int closers(Dossier d) {
        boolean claimed = false;
        boolean receiver = false;
        for (Segment s : d.before()) {
            if (s == broken) {
                break;
            }
            claimed |= s.has(FIN) && d.fromClaimed(s);
            receiver |= s.has(FIN) && !d.fromClaimed(s);
        }
        return (claimed ? 1 : 0) + (receiver ? 1 : 0);
    }

    /** Whether hardly anything came between the pause and the reset. */
    private static boolean recent(Dossier d, int at) {
        return d.before().size() - at <= 6;
    }

    /**
     * The longest pause before it, in nanoseconds, that the connection survived: what came next was followed by a segment of the other side.
     * Whatever forgets connections on the way keeps them for longer than that.
     */
    public long survived(Dossier d) {
        long survived = 0;
        long byClaimed = 0;
        long byReceiver = 0;
        Segment last = null;
        for (Segment s : d.before()) {
            if (s == broken || s.has(RST)) {
                break;
            }
            long pause = last == null ? 0 : s.timeNanos() - last.timeNanos();
            if (d.fromClaimed(s)) {
                survived = Math.max(survived, byReceiver);
                byClaimed = Math.max(byClaimed, pause);
            } else {
                survived = Math.max(survived, byClaimed);
                byReceiver = Math.max(byReceiver, pause);
            }
            last = s;
        }
        return survived;
    }

    /** Longest pause of the connection before {@code end}, the pause just before it not counted; in nanoseconds. */
    public static long longestBefore(Dossier d, Segment end) {
        long longest = 0;
        Segment last = null;
        for (Segment s : d.before()) {
            if (s == end) {
                break;
            }
            longest = last == null ? longest : Math.max(longest, s.timeNanos() - last.timeNanos());
            last = s;
        }
        return longest;
    }
}
