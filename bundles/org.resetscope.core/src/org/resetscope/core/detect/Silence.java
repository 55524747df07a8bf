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

    /** Pauses below this are everyday waiting, not an idle connection; no timer of a device is shorter. */
    private static final long NOTABLE_NANOS = 1_000_000_000L;
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

    /** The silence as a report tells it; null where the connection was not idle, or both sides had closed it before. */
    public static Reset.Idle idle(Dossier d) {
        Silence silence = before(d);
        int closers = silence == null ? 0 : silence.closers(d);
        return silence == null || closers == 2 ? null : new Reset.Idle(silence.nanos, silence.endedByClaimed(d), closers == 1);
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
