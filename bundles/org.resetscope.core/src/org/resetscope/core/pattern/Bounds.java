package org.resetscope.core.pattern;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.resetscope.core.detect.Silence;
import org.resetscope.core.model.Causes;
import org.resetscope.core.model.Reset;
import org.resetscope.core.pattern.Subject.Scope;

/**
 * Narrows the time-out of what forgot connections: every one tells that it is not longer than its silence, and longer than the pauses that it
 * survived. Over all resets if that can be one device, otherwise for each service where it can.
 */
final class Bounds {

    private static final int LEAST = 2;

    private Bounds() {
    }

    static List<TimeoutBounds> of(List<Reset> resets) {
        List<TimeoutBounds> all = of(resets, Scope.ALL);
        return all.isEmpty() ? of(resets, Scope.SERVICE) : all;
    }

    private static List<TimeoutBounds> of(List<Reset> resets, Scope scope) {
        List<TimeoutBounds> found = new ArrayList<>();
        for (Series series : Series.of(resets, scope, LEAST, Bounds::forgotten)) {
            long survived = 0;
            long most = Long.MAX_VALUE;
            Set<String> incidents = new HashSet<>();
            for (int i : series.resets()) {
                Reset.Idle idle = resets.get(i).idle();
                survived = Math.max(survived, idle.survivedNanos());
                most = Math.min(most, idle.nanos());
                incidents.add(resets.get(i).incident());
            }
            if (incidents.size() >= LEAST && survived < most) {
                found.add(new TimeoutBounds(series.subject(), survived < Silence.NOTABLE_NANOS ? 0 : survived, most, series.resets().length, incidents.size(), null));
            }
        }
        return found;
    }

    private static boolean forgotten(Reset r) {
        String cause = r.verdict().cause();
        return r.primary() == null && r.idle() != null && !r.idle().endedBySender() && !r.idle().halfClosed()
                && (Causes.within(cause, Causes.DEVICE_STATE_EXPIRED) || Causes.within(cause, Causes.REMAPPED));
    }
}
