package org.resetscope.core.internal.detect;

import static org.resetscope.core.decode.TcpPacket.ACK;
import static org.resetscope.core.decode.TcpPacket.RST;

import java.util.ArrayList;
import java.util.List;

import org.resetscope.core.detect.Detector;
import org.resetscope.core.detect.Dossier;
import org.resetscope.core.detect.Finding;
import org.resetscope.core.detect.Segment;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.Reset.Form;

/**
 * A live socket's reset continues the socket's habits: IP identification, window, timestamps (Linux tcp_send_active_reset; measured on
 * all of 76); a forger who copies one copies them all, so what agrees counts once (group header). Only for resets that claim to come from a live socket; an answer without a socket has none of these marks.
 */
public final class StackMarksDetector implements Detector {

    private static final int COUNTER_STEP = 16;
    /** Clocks tick at most once in a millisecond or so (RFC 7323, 5.4). */
    private static final int CLOCK_SLACK_TICKS = 1000;

    @Override
    public List<Evidence> examine(Dossier d) {
        boolean fromSocket = d.reset().has(ACK) && d.form() != Form.ANSWER_TO_SYN && d.claimed().segments() > 0;
        if (!fromSocket) {
            return List.of();
        }
        List<Evidence> found = new ArrayList<>();
        found.addAll(timestamps(d));
        found.addAll(identification(d));
        found.addAll(window(d));
        return found;
    }

    private static Finding finding(Dossier d, String signal) {
        return Finding.of("stack-marks." + signal).on(d, d.reset());
    }

    private static List<Evidence> timestamps(Dossier d) {
        boolean habit = d.claimed().timestamped() > 0 && d.claimed().timestamped() == d.claimed().segments();
        // a SYN only offers them; they are in use where both sides had them (RFC 7323, 3.2)
        boolean inUse = d.claimed().timestamped() > 1 || d.receiver().timestamped() > 0;
        if (!habit || !inUse || !d.reset().optionsComplete()) {
            return List.of();
        }
        if (!d.reset().timestamps()) {
            return finding(d, "timestamps-missing").says("All " + d.claimed().segments() + " segments of the " + d.claimedName()
                    + " carry timestamps, this reset does not: it is not from the socket that owns the connection.");
        }
        int step = d.reset().tsVal() - d.claimed().lastTsVal();
        long elapsedMillis = (d.reset().timeNanos() - d.claimed().lastSeenNanos()) / 1_000_000;
        if (step > 2 * elapsedMillis + CLOCK_SLACK_TICKS) {
            return List.of();
        }
        return step >= 0 ? finding(d, "timestamps-go-on").says("It carries a timestamp that continues the " + d.claimedName() + "'s clock.")
                : finding(d, "timestamps-go-back").says("Its timestamp lies " + -step + " ticks before the " + d.claimedName() + "'s last one.");
    }

    private static List<Evidence> identification(Dossier d) {
        int id = d.reset().ipId();
        int last = d.claimed().ipIdLast();
        if (id < 0 || !counts(d)) {
            return List.of();
        }
        int step = id - last & 0xffff;
        if (step > 0 && step <= COUNTER_STEP) {
            return finding(d, "ip-id-goes-on").says("Its IP-ID " + id + " continues the " + d.claimedName() + "'s counter (" + last + " before).");
        }
        return finding(d, "ip-id-differs").says("Its IP-ID is " + id + "; the " + d.claimedName() + " counts up, " + last + " before.");
    }

    /** Whether the claimed sender's identifications in this connection are a counter: at least two small steps and no other ones. */
    private static boolean counts(Dossier d) {
        int steps = 0;
        int last = -1;
        for (Segment s : d.before()) {
            if (d.fromClaimed(s) && !s.isSynAck() && s.ipId() >= 0 && !s.has(RST)) {
                if (last >= 0) {
                    int step = s.ipId() - last & 0xffff;
                    if (step == 0 || step > COUNTER_STEP) {
                        return false;
                    }
                    steps++;
                }
                last = s.ipId();
            }
        }
        return steps >= 1;
    }

    private static List<Evidence> window(Dossier d) {
        int window = d.reset().window();
        int last = d.claimed().window();
        boolean afterHandshake = d.claimed().maxWindow() > 0;
        if (!afterHandshake) {
            return List.of();
        }
        if (window == 0) {
            return last == 0 ? List.of() : finding(d, "window-zero").says("Its window is 0, though the " + d.claimedName() + "'s was " + last
                    + ": Linux keeps it, other stacks do not.");
        }
        if (window == last) {
            return finding(d, "window-same").says("Its window " + window + " is the " + d.claimedName() + "'s last one.");
        }
        boolean far = window > 4L * d.claimed().maxWindow() || window * 4L < last;
        return far ? finding(d, "window-far").says("Its window " + window + " does not continue the " + d.claimedName() + "'s (" + last + ").")
                : List.of();
    }
}
