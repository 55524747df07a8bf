package org.resetscope.routers.internal;

import java.util.List;
import java.util.Locale;

import org.resetscope.core.detect.Detector;
import org.resetscope.core.detect.Dossier;
import org.resetscope.core.detect.Finding;
import org.resetscope.core.detect.Segment;
import org.resetscope.core.device.DeviceProfiles;
import org.resetscope.core.device.Expiry;
import org.resetscope.core.device.IdleTimeout;
import org.resetscope.core.device.IdleTimeouts;
import org.resetscope.core.model.Causes;
import org.resetscope.core.model.Evidence;

/**
 * Holds the silence before a reset against the {@link IdleTimeouts time-outs} of known devices.
 *
 * <p>Weights are small: applications like the same round numbers, and many devices are not left as delivered.
 */
public final class IdleProfileDetector implements Detector {

    /** A packet that comes within this share of the time-out after its end points to it more than later ones. */
    private static final double CLOSE = 0.02;
    private static final double CLOSE_LEAST = 3;

    /** Read at the first silence; profiles do not change during an analysis, for which this object lives. */
    private IdleTimeouts timeouts;

    @Override
    public List<Evidence> examine(Dossier d) {
        Wait wait = Wait.before(d);
        if (wait == null) {
            return List.of();
        }
        if (wait.ended()) {
            return endedByTimer(d, wait.broken(), wait.seconds(), timeouts().ending(wait.timer(), wait.seconds(), wait.early()));
        }
        // a keepalive comes at an interval of its host's
        return wait.met() && !wait.keepalive()
                ? forgotten(d, wait.broken(), wait.seconds(), timeouts().forgetting(wait.timer(), wait.seconds(), wait.early()))
                : List.of();
    }

    private static List<Evidence> endedByTimer(Dossier d, Segment broken, double silence, IdleTimeout timeout) {
        if (timeout == null) {
            return List.of();
        }
        double late = silence - timeout.seconds();
        int weight = weight(timeout, timeout.round() ? 2 : 4);
        Finding finding = new Finding("idle-timeout-profile", "idle-profile").on(d, broken);
        if (timeout.acts(Expiry.CLOSES) || timeout.acts(Expiry.UNKNOWN)) {
            finding.cause(Causes.IDLE, weight);
        }
        if (timeout.acts(Expiry.MAY_RESET) || timeout.acts(Expiry.UNKNOWN)) {
            finding.cause(Causes.DEVICE_STATE_EXPIRED, weight);
        }
        return finding.says("The connection was ended " + passed(late) + timeout.value() + " of silence: the default idle time-out of "
                + timeout.names() + ".");
    }

    private static List<Evidence> forgotten(Dossier d, Segment broken, double silence, IdleTimeout timeout) {
        if (timeout == null) {
            return List.of();
        }
        double late = silence - timeout.seconds();
        boolean close = late <= Math.max(CLOSE_LEAST, CLOSE * timeout.seconds());
        int weight = weight(timeout, (close ? 2 : 1) - (timeout.round() ? 1 : 0));
        if (weight == 0) {
            return List.of();
        }
        Finding finding = new Finding("idle-timeout-profile", "idle-profile").on(d, broken, d.reset());
        return finding.cause(Causes.DEVICE_STATE_EXPIRED, weight).cause(Causes.REMAPPED, weight).says("Frame " + broken.frame() + " came " + passed(late) + timeout.value()
                + " of silence; by default these have forgotten a connection by then: " + timeout.names() + ".");
    }

    /** What nobody has verified counts for less. */
    private static int weight(IdleTimeout timeout, int weight) {
        return timeout.verified() ? weight : weight / 2;
    }

    private static String passed(double late) {
        return late < IdleTimeouts.EARLY ? "just after " : String.format(Locale.ROOT, late < 10 ? "%.1f s after " : "%.0f s after ", late);
    }

    private synchronized IdleTimeouts timeouts() {
        if (timeouts == null) {
            timeouts = IdleTimeouts.of(DeviceProfiles.read().all());
        }
        return timeouts;
    }
}
