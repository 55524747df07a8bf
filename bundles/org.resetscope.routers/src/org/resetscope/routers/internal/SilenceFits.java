package org.resetscope.routers.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

import org.resetscope.core.device.DeviceProfile;
import org.resetscope.core.device.DeviceSetting;
import org.resetscope.core.device.Expiry;
import org.resetscope.core.device.IdleTimeout;
import org.resetscope.core.device.IdleTimeouts;
import org.resetscope.core.device.Timer;

/**
 * The time-outs that a silence of an open connection may have run into, the likeliest first.
 *
 * @param seconds of silence before the reset, or before the packet that met it
 * @param fits those that had passed not long before
 * @param next the shortest that had not passed, or null
 */
record SilenceFits(double seconds, List<IdleTimeout> fits, IdleTimeout next) {

    static SilenceFits of(List<DeviceProfile> profiles, double seconds) {
        List<IdleTimeout> fits = new ArrayList<>();
        IdleTimeout next = null;
        for (IdleTimeout timeout : IdleTimeout.of(profiles, Timer.ESTABLISHED)) {
            boolean passed = timeout.seconds() <= seconds + IdleTimeouts.EARLY;
            if (passed && IdleTimeouts.near(timeout.seconds(), seconds)) {
                // what ends a connection by itself would have done so earlier
                IdleTimeout able = IdleTimeouts.punctual(timeout.seconds(), seconds) ? timeout
                        : timeout.acting(EnumSet.complementOf(EnumSet.of(Expiry.CLOSES)));
                if (able != null) {
                    fits.add(able);
                }
            } else if (!passed && next == null) {
                next = timeout;
            }
        }
        fits.sort(Comparator.comparing((IdleTimeout t) -> Math.abs(seconds - t.seconds()) / t.seconds()));
        return new SilenceFits(seconds, List.copyOf(fits), next);
    }

    /** For a person. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "%.1f s of silence: ", seconds) + (fits.isEmpty() ? "no time-out that is known fits."
                : "these time-outs fit, the likeliest first."));
        int number = 1;
        for (IdleTimeout timeout : fits) {
            lines.add("");
            lines.add(number++ + ". " + timeout.value() + String.format(Locale.ROOT, ", over %.1f s before", Math.max(0, seconds - timeout.seconds()))
                    + (timeout.round() ? "; a round number, which applications use too" : ""));
            timeout.users().forEach(u -> lines.add("   - " + u.profile().id() + ": " + u.profile().title() + ", " + u.setting().name()
                    + " [" + u.setting().confidenceText() + "]" + toChange(u.setting())));
            lines.add(String.format(Locale.ROOT, "   to confirm: a connection left silent for %d s survives, one for %d s does not",
                    timeout.seconds() * 9 / 10, timeout.seconds() + Math.max(2, timeout.seconds() / 10)));
        }
        lines.add("");
        lines.add(next == null ? "None is longer." : "Not: any longer one, such as " + next.value() + " of " + next.names() + ".");
        return lines;
    }

    private static String toChange(DeviceSetting setting) {
        return setting.change() == null ? "" : "; to change it: " + setting.change();
    }
}
