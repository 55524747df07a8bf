package org.resetscope.core.internal.correlate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.resetscope.core.internal.correlate.ClockFit.Anchor;
import org.resetscope.core.internal.correlate.ClockFit.Fit;

/** Puts the clocks of all points on that of the first: a tree over the pairs of points that have most packets in common. */
final class Clocks {

    /** Packets that points {@code one} and {@code other} share; times of {@code one} are to be put on the reference by the clock given. */
    interface Shared {
        List<Anchor> anchors(int one, int other, Clock ofOne);
    }

    private final Fit[] fits;

    private Clocks(Fit[] fits) {
        this.fits = fits;
    }

    static Clocks fit(int points, Shared shared, long[] precisionNanos) {
        Fit[] fits = new Fit[points];
        Arrays.fill(fits, Fit.UNTIED);
        fits[0] = Fit.REFERENCE;
        boolean[] tied = new boolean[points];
        tied[0] = true;
        for (int n = 1; n < points; n++) {
            int from = -1;
            int to = -1;
            List<Anchor> most = List.of();
            for (int i = 0; i < points; i++) {
                for (int j = 0; j < points; j++) {
                    if (tied[i] && !tied[j]) {
                        List<Anchor> anchors = shared.anchors(i, j, fits[i].clock());
                        if (anchors.size() > most.size()) {
                            most = anchors;
                            from = i;
                            to = j;
                        }
                    }
                }
            }
            if (to < 0) {
                break;
            }
            tied[to] = true;
            fits[to] = after(fits[from], ClockFit.fit(most, Math.max(precisionNanos[from], precisionNanos[to])));
        }
        return new Clocks(fits);
    }

    /** A fit against a point that is not the reference itself: its errors and its way add up. */
    private static Fit after(Fit parent, Fit fit) {
        Clock c = fit.clock();
        return new Fit(new Clock(c.originNanos(), c.offsetNanos(), c.drift(), c.errorNanos() + parent.clock().errorNanos(), c.anchors()),
                parent.aheadNanos() + fit.aheadNanos(), parent.fromClientNanos() + fit.fromClientNanos(),
                parent.fromServerNanos() + fit.fromServerNanos(), parent.spreadNanos() + fit.spreadNanos());
    }

    Clock of(int point) {
        return fits[point].clock();
    }

    Fit fitOf(int point) {
        return fits[point];
    }

    List<Clock> all() {
        List<Clock> clocks = new ArrayList<>();
        for (Fit fit : fits) {
            clocks.add(fit.clock());
        }
        return clocks;
    }

    /** Clock of {@code other} against {@code one}; untied where either is. */
    Clock between(int one, int other) {
        Clock a = of(one);
        Clock b = of(other);
        if (!a.known() || !b.known()) {
            return Clock.UNTIED;
        }
        // good enough to tell which connections can be one; drift over a capture is far below the slack there
        long at = b.originNanos() == 0 ? a.originNanos() : b.originNanos();
        return new Clock(0, at - a.fromReference(b.toReference(at)), 0, a.errorNanos() + b.errorNanos(), 0);
    }
}
