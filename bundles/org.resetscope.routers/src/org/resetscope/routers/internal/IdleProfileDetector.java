package org.resetscope.routers.internal;

import static org.resetscope.core.decode.TcpPacket.FIN;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.resetscope.core.detect.Detector;
import org.resetscope.core.detect.Dossier;
import org.resetscope.core.detect.Finding;
import org.resetscope.core.detect.Segment;
import org.resetscope.core.detect.Sequence;
import org.resetscope.core.detect.Silence;
import org.resetscope.core.device.DeviceProfile;
import org.resetscope.core.device.DeviceProfiles;
import org.resetscope.core.device.Expiry;
import org.resetscope.core.device.Timer;
import org.resetscope.core.model.Causes;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.Reset.Form;

/**
 * Holds the silence before a reset against the time-outs of known devices. A device that ends an idle connection by itself acts just when
 * its time is up; one that forgets it is met by whatever packet comes later. So in the first case the length of the silence is the
 * time-out, in the second it only bounds it from above, and says the less the longer the time-out had passed.
 *
 * <p>Weights are small: applications like the same round numbers, and many devices are not left as delivered.
 */
public final class IdleProfileDetector implements Detector {

    private static final double NANOS = 1e9;
    /** The capture point need not see the last packet at the moment the device does. */
    private static final double EARLY = 0.5;
    /** Timers of devices are looked after every second or so, at times every ten. */
    private static final double LATE_LEAST = 1;
    private static final double LATE_SHARE = 0.01;
    private static final double LATE_MOST = 15;
    /** A packet that comes within this share of the time-out after its end still points to it. */
    private static final double CLOSE = 0.02;
    private static final double CLOSE_LEAST = 3;
    private static final double NEAR = 0.10;

    private static final Set<Expiry> ENDS_BY_ITSELF = EnumSet.of(Expiry.CLOSES, Expiry.MAY_RESET, Expiry.UNKNOWN);
    private static final Set<Expiry> FORGETS = EnumSet.of(Expiry.FORGETS, Expiry.MAY_RESET, Expiry.UNKNOWN);

    /** Read at the first silence; profiles do not change during an analysis, for which this object lives. */
    private Map<Timer, List<IdleTimeout>> timeouts;

    @Override
    public List<Evidence> examine(Dossier d) {
        Silence silence = Silence.before(d);
        Timer timer = silence == null || d.form() == Form.ANSWER_TO_SYN ? Timer.NONE : timer(d, silence.broken());
        if (timer == Timer.NONE) {
            return List.of();
        }
        Segment broken = silence.broken();
        double seconds = silence.nanos() / NANOS;
        double early = EARLY + Math.pow(10, -d.digits());
        if (broken == d.reset() || d.fromClaimed(broken) && broken.has(FIN)) {
            return endedByTimer(d, broken, seconds, best(timer, ENDS_BY_ITSELF, seconds, early));
        }
        // a keepalive comes at an interval of its host's; a packet in the name of the reset's sender passed the device
        boolean tells = !d.fromClaimed(broken) && !keepalive(d, broken) && d.form() == Form.ANSWER_TO_ACK;
        return tells ? forgotten(d, broken, seconds, best(timer, FORGETS, seconds, early)) : List.of();
    }

    /** By who had closed before the silence. */
    private static Timer timer(Dossier d, Segment broken) {
        boolean claimed = false;
        boolean receiver = false;
        for (Segment s : d.before()) {
            if (s == broken) {
                break;
            }
            claimed |= s.has(FIN) && d.fromClaimed(s);
            receiver |= s.has(FIN) && !d.fromClaimed(s);
        }
        return claimed && receiver ? Timer.NONE : claimed || receiver ? Timer.HALF_CLOSED : Timer.ESTABLISHED;
    }

    private static boolean keepalive(Dossier d, Segment s) {
        return s.payloadLength() <= 1 && Sequence.after(d.receiver().nextSeq(), s.seq()) && !s.has(FIN);
    }

    /** The longest time-out that had passed when the silence ended, or null where none had. */
    private IdleTimeout best(Timer timer, Set<Expiry> ways, double silence, double early) {
        IdleTimeout best = null;
        for (IdleTimeout timeout : timeouts().getOrDefault(timer, List.of())) {
            IdleTimeout acting = timeout.seconds() <= silence + early ? timeout.acting(ways) : null;
            best = acting != null ? acting : best;
        }
        return best;
    }

    private static List<Evidence> endedByTimer(Dossier d, Segment broken, double silence, IdleTimeout timeout) {
        double late = timeout == null ? 0 : silence - timeout.seconds();
        if (timeout == null || late > Math.min(LATE_MOST, LATE_LEAST + LATE_SHARE * timeout.seconds())) {
            return List.of();
        }
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
        double late = timeout == null ? 0 : silence - timeout.seconds();
        if (timeout == null || late > NEAR * timeout.seconds()) {
            return List.of();
        }
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
        return late < EARLY ? "just after " : String.format(Locale.ROOT, late < 10 ? "%.1f s after " : "%.0f s after ", late);
    }

    private synchronized Map<Timer, List<IdleTimeout>> timeouts() {
        if (timeouts == null) {
            List<DeviceProfile> profiles = DeviceProfiles.read().all();
            Map<Timer, List<IdleTimeout>> read = new EnumMap<>(Timer.class);
            read.put(Timer.ESTABLISHED, IdleTimeout.of(profiles, Timer.ESTABLISHED));
            read.put(Timer.HALF_CLOSED, IdleTimeout.of(profiles, Timer.HALF_CLOSED));
            timeouts = read;
        }
        return timeouts;
    }
}
