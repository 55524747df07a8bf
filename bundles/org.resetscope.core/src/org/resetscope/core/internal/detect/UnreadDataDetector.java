package org.resetscope.core.internal.detect;

import java.util.List;

import org.resetscope.core.detect.Detector;
import org.resetscope.core.detect.Dossier;
import org.resetscope.core.detect.Finding;
import org.resetscope.core.detect.Segment;
import org.resetscope.core.detect.Sequence;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.Reset.Form;

/**
 * Data that the peer delivered and the application never read makes close() send a reset (RFC 1122, 4.2.2.13). It shows in the receive
 * window, whose right edge stands still while data lies in the buffer, and in a request that got no answer.
 */
public final class UnreadDataDetector implements Detector {

    /** What a segment mostly holds at most. */
    private static final int SEGMENT = 1460;

    @Override
    public List<Evidence> examine(Dossier d) {
        if (d.form() != Form.ABORT || d.claimed().segments() == 0) {
            return List.of();
        }
        if (d.receiver().dataSegments() == 0) {
            return !d.synSeen() ? List.of() : Finding.of("unread-data.none").on(d, d.reset())
                    .says("The " + d.receiverName() + " has not sent any data that could be unread.");
        }
        Segment last = null;
        for (Segment s : d.before()) {
            if (s.payloadLength() > 0) {
                last = s;
            }
        }
        boolean delivered = last != null && !d.fromClaimed(last) && !Sequence.after(last.end(), d.reset().ack());
        if (!delivered) {
            return last == null || !d.fromClaimed(last) ? List.of() : finding(d, last, "own-data-last")
                    .says("The last data of the connection is the " + d.claimedName() + "'s own (frame " + last.frame() + ").");
        }
        int shift = Math.max(0, d.claimed().windowScale());
        long windowThen = windowBefore(d, last);
        long windowNow = (long) d.reset().window() << shift;
        boolean told = windowThen >= 0 && d.reset().window() > 0;
        // though all is read, a receiver without scaling opens its window again by whole segments only (RFC 9293, 3.8.6.2.2), and scaling rounds
        long unit = shift > 0 ? 1L << shift : SEGMENT;
        long fall = (windowThen << shift) - windowNow;
        boolean shrank = told && fall >= unit && (shift == 0 || fall > unit || last.payloadLength() >= unit);
        boolean grew = told && windowNow > windowThen << shift;
        if (shrank) {
            return finding(d, last, "window-fell").says("The " + d.claimedName() + "'s window fell when the last data (frame "
                    + last.frame() + ") came and never opened again: the application did not read it.");
        }
        if (d.claimedIsClient()) {
            return finding(d, last, grew ? "client-window-grew" : "client-answered")
                    .says("The client ends the connection after the server's answer in frame "
                    + last.frame() + (grew ? "; its window had opened further, so it was reading." : "."));
        }
        return finding(d, last, d.claimed().dataSegments() > 0 ? "server-unanswered" : "server-mute").says("The client's last data (frame " + last.frame()
                + ") was delivered but never answered: the server closed without reading it.");
    }

    private static Finding finding(Dossier d, Segment last, String signal) {
        return Finding.of("unread-data." + signal).on(d, last, d.reset());
    }

    /** The claimed sender's window field just before the data came, or -1. */
    private static long windowBefore(Dossier d, Segment data) {
        long window = -1;
        for (Segment s : d.before()) {
            if (s == data) {
                break;
            }
            if (d.fromClaimed(s) && !s.isSynAck() && !s.isSyn()) {
                window = s.window();
            }
        }
        return window;
    }
}
