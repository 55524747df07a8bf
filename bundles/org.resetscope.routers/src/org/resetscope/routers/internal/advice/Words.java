package org.resetscope.routers.internal.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.resetscope.core.device.Rfc5382;
import org.resetscope.core.device.TimeSpan;

/** A case and its values as a person reads them. */
final class Words {

    static final String NO_TIMER = "No timer caused a reset here: keepalives and time-outs would not have prevented any.";
    private static final int NAMED = 3;

    private Words() {
    }

    /** Which connections, cut by what; one sentence. */
    static String cut(Case c) {
        String servers = c.servers().stream().limit(NAMED).map(Object::toString).collect(Collectors.joining(", "))
                + (c.servers().size() > NAMED ? " and " + (c.servers().size() - NAMED) + " more" : "");
        String silence = c.shortest() == c.longest() ? seconds(c.shortest()) : seconds(c.shortest()) + " to " + seconds(c.longest());
        return c.resets() + (c.resets() == 1 ? " connection" : " connections") + " with " + servers + " cut after " + silence
                + " of silence, by a timer of " + (c.exact() ? "" : "at most ") + seconds(c.limit()) + " (" + c.reason() + ").";
    }

    /** What would have prevented it, with the margin. */
    static List<String> values(Case c) {
        if (c.limit() < Timing.SHORTEST) {
            return List.of("That is too short for keepalives: raise the time-out of the device.");
        }
        Timing t = Timing.within(c.limit(), c.longest());
        List<String> values = new ArrayList<>();
        int spare = t.spare(c.limit());
        values.add("Keepalive: the first probe after " + t.keepalive() + " s of silence (half of " + seconds(c.limit()) + "), the others every "
                + t.interval() + " s" + (spare > 0 ? "; " + spare + " may get lost before the time is up" : "") + "; given up after "
                + t.probes() + ".");
        if (c.closes()) {
            values.add("What ended these connections may be a proxy or load balancer, which counts data only: where probes do not help, let the"
                    + " application send something, or let pools drop connections unused for " + t.keepalive() + " s.");
        } else if (!c.exact()) {
            values.add("If resets remain, the timer is shorter: halve the values, or name the device: --router, or the view Guide.");
        }
        values.add("Time-out of the device: at least " + t.timeout() + " s (" + TimeSpan.text(t.timeout()) + (t.timeout() > Rfc5382.LEAST_ESTABLISHED
                ? "): twice the longest silence." : "), what RFC 5382, REQ-5, asks of a NAT."));
        return values;
    }

    static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f s", seconds);
    }
}
