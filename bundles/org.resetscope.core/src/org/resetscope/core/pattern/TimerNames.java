package org.resetscope.core.pattern;

import org.resetscope.core.device.IdleTimeout;
import org.resetscope.core.device.IdleTimeouts;
import org.resetscope.core.device.Timer;

/** Says which timers are known to be as long as a period or silence. */
final class TimerNames {

    private static final double NANOS = 1e9;

    private final IdleTimeouts timeouts;

    TimerNames(IdleTimeouts timeouts) {
        this.timeouts = timeouts;
    }

    Periodicity name(Periodicity p) {
        // a silence much shorter than the period is no timer's, and neither is the period then: something else comes back
        double seconds = (p.idleNanos() == null ? p.nanos() : p.idleNanos()) / NANOS;
        IdleTimeout timeout = timeouts.ending(Timer.ESTABLISHED, seconds, IdleTimeouts.EARLY);
        return new Periodicity(p.subject(), p.nanos(), p.spreadNanos(), p.events(), p.missing(), p.resets(), p.chance(), p.first(), p.last(),
                p.idleNanos(), timeout);
    }

    TimeoutBounds name(TimeoutBounds b) {
        // wide bounds hold many time-outs, of which the one that is known need not be the one
        IdleTimeout timeout = b.longerNanos() * 2 < b.mostNanos() ? null
                : timeouts.between(Timer.ESTABLISHED, b.longerNanos() / NANOS, b.mostNanos() / NANOS);
        return new TimeoutBounds(b.subject(), b.longerNanos(), b.mostNanos(), b.resets(), b.incidents(), timeout);
    }

    SameSilence name(SameSilence s) {
        Timer timer = s.halfClosed() ? Timer.HALF_CLOSED : Timer.ESTABLISHED;
        double seconds = s.nanos() / NANOS;
        IdleTimeout timeout = s.endedBySender() ? timeouts.ending(timer, seconds, IdleTimeouts.EARLY)
                : timeouts.forgetting(timer, seconds, IdleTimeouts.EARLY);
        IdleTimeout keepalive = s.endedBySender() ? null : timeouts.ending(Timer.KEEPALIVE, seconds, IdleTimeouts.EARLY);
        return new SameSilence(s.subject(), s.nanos(), s.leastNanos(), s.mostNanos(), s.endedBySender(), s.halfClosed(), s.resets(),
                s.incidents(), s.of(), s.chance(), timeout, keepalive);
    }
}
