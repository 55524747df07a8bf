package org.resetscope.core.device;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The idle time-outs of known devices, to hold a silence against. A device that ends an idle connection by itself acts just when its time
 * is up; one that forgets it is met by whatever packet comes later. So in the first case the length of the silence is the time-out, in
 * the second it only bounds it from above. Immutable.
 */
public final class IdleTimeouts {

    /** Seconds: the capture point need not see the last packet at the moment the device does. */
    public static final double EARLY = 0.5;
    /** Timers of devices are looked after every second or so, at times every ten. */
    private static final double LATE_LEAST = 1;
    private static final double LATE_SHARE = 0.01;
    private static final double LATE_MOST = 15;
    /** A packet that comes within this share of the time-out after its end still points to it. */
    private static final double NEAR = 0.10;

    private static final Set<Expiry> ENDS_BY_ITSELF = EnumSet.of(Expiry.CLOSES, Expiry.MAY_RESET, Expiry.UNKNOWN);
    private static final Set<Expiry> FORGETS = EnumSet.of(Expiry.FORGETS, Expiry.MAY_RESET, Expiry.UNKNOWN);

    /** For where no profile is installed. */
    public static final IdleTimeouts NONE = of(List.of());

    private final Map<Timer, List<IdleTimeout>> timeouts = new EnumMap<>(Timer.class);

    private IdleTimeouts() {
    }

    /** The time-outs for silent connections that profiles tell. */
    public static IdleTimeouts of(List<DeviceProfile> profiles) {
        IdleTimeouts all = new IdleTimeouts();
        for (Timer timer : EnumSet.complementOf(EnumSet.of(Timer.NONE))) {
            all.timeouts.put(timer, IdleTimeout.of(profiles, timer));
        }
        return all;
    }

    /**
     * The time-out whose end a device acted on when it ended a connection after this silence.
     *
     * @param silence in seconds
     * @param early seconds that the silence may seem too short
     * @return null where none fits
     */
    public IdleTimeout ending(Timer timer, double silence, double early) {
        IdleTimeout best = longest(timer, ENDS_BY_ITSELF, silence + early);
        return best == null || !punctual(best.seconds(), silence) ? null : best;
    }

    /** Whether a device that acts by itself when this time-out has passed can have acted after a silence that is not shorter. */
    public static boolean punctual(long timeout, double silence) {
        return silence - timeout <= Math.min(LATE_MOST, LATE_LEAST + LATE_SHARE * timeout);
    }

    /** Whether a packet that met a device which had forgotten the connection came soon enough to point to this time-out. */
    public static boolean near(long timeout, double silence) {
        return silence - timeout <= NEAR * timeout;
    }

    /** Likewise for devices that had forgotten the connection not long before a packet ended the silence. */
    public IdleTimeout forgetting(Timer timer, double silence, double early) {
        IdleTimeout best = longest(timer, FORGETS, silence + early);
        return best == null || !near(best.seconds(), silence) ? null : best;
    }

    /**
     * The time-out of devices that forget, longer than one pause and not longer than another, in seconds; null where there is none, or more
     * than one.
     */
    public IdleTimeout between(Timer timer, double longer, double most) {
        List<IdleTimeout> some = timeouts.getOrDefault(timer, List.of()).stream()
                .filter(t -> t.seconds() > longer - EARLY && t.seconds() <= most + EARLY).map(t -> t.acting(FORGETS)).filter(Objects::nonNull).toList();
        return some.size() == 1 ? some.get(0) : null;
    }

    /** The longest time-out that had passed. */
    private IdleTimeout longest(Timer timer, Set<Expiry> ways, double passed) {
        IdleTimeout best = null;
        for (IdleTimeout timeout : timeouts.getOrDefault(timer, List.of())) {
            IdleTimeout acting = timeout.seconds() <= passed ? timeout.acting(ways) : null;
            best = acting != null ? acting : best;
        }
        return best;
    }
}
