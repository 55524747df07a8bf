package org.resetscope.routers.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.resetscope.core.detect.Detector;
import org.resetscope.core.detect.Dossier;
import org.resetscope.core.detect.Finding;
import org.resetscope.core.device.DeviceProfile;
import org.resetscope.core.device.DeviceSetting;
import org.resetscope.core.device.Expiry;
import org.resetscope.core.device.IdleTimeouts;
import org.resetscope.core.device.Rfc5382;
import org.resetscope.core.device.TimeSpan;
import org.resetscope.core.model.Causes;
import org.resetscope.core.model.Evidence;

/** Says of each device that the user states to be in the path whether its time-outs, as delivered, explain the silence before a reset. */
public final class KnownDeviceDetector implements Detector {

    /** Of what is said about a device that the user named. */
    public static final String SIGNAL = "known-device";

    private static final int PUNCTUAL = 8;
    private static final int SOON = 6;
    private static final int PASSED = 4;
    /** Settings get changed, and there may be other devices. */
    private static final int OTHER_SETTING = -2;
    private static final double CLOSE = 0.02;
    private static final double CLOSE_LEAST = 3;

    private static final Pattern NOTHING_TO_SET = Pattern.compile("(no|not|none)\\b");

    /**
     * What one setting has to do with a silence.
     *
     * @param late seconds from the end of the time-out to that of the silence; negative: it had not passed
     * @param weight positive where it explains the reset
     */
    private record Match(DeviceSetting setting, long timeout, double late, int weight, String why) {

        private boolean explains() {
            return weight > 0;
        }
    }

    @Override
    public List<Evidence> examine(Dossier dossier) {
        return List.of();
    }

    @Override
    public List<Evidence> examine(Dossier d, List<DeviceProfile> devices) {
        if (devices.isEmpty()) {
            return List.of();
        }
        Wait wait = Wait.before(d);
        List<Evidence> evidence = new ArrayList<>();
        devices.forEach(device -> evidence.addAll(wait == null ? noSilence(device) : held(d, wait, device)));
        return evidence;
    }

    private static Finding finding() {
        return new Finding(SIGNAL, Evidence.STATED);
    }

    private static List<Evidence> noSilence(DeviceProfile device) {
        return finding().says(device.title() + ": not its time-outs; no silence that counts for them came before this reset.");
    }

    private static List<Evidence> held(Dossier d, Wait wait, DeviceProfile device) {
        List<Match> matches = matches(wait, device);
        if (matches.isEmpty()) {
            return finding().says(device.title() + ": nothing is known of a time-out of it for such a silence ("
                    + seconds(wait.seconds()) + ").");
        }
        Match best = matches.stream().min(Comparator.comparing((Match m) -> -m.weight()).thenComparing(m -> Math.abs(m.late()))).orElseThrow();
        Finding finding = finding().on(d, wait.broken());
        if (!wait.ended() || best.setting().expiry() != Expiry.CLOSES) {
            finding.cause(Causes.DEVICE_STATE_EXPIRED, best.weight());
        }
        finding.cause(wait.ended() ? Causes.IDLE : Causes.REMAPPED, best.weight());
        return finding.says(best.explains() ? fits(wait, device, best) : notThis(wait, device, best));
    }

    private static List<Match> matches(Wait wait, DeviceProfile device) {
        List<Match> matches = new ArrayList<>();
        for (DeviceSetting setting : device.settings()) {
            if (setting.timer() == wait.timer()) {
                setting.seconds().forEach(timeout -> matches.add(match(wait, setting, timeout)));
            }
        }
        return matches;
    }

    private static Match match(Wait wait, DeviceSetting setting, long timeout) {
        double late = wait.seconds() - timeout;
        if (late < -wait.early()) {
            return new Match(setting, timeout, late, OTHER_SETTING, "that had not passed");
        }
        if (!wait.ended() && !wait.met()) {
            return new Match(setting, timeout, late, OTHER_SETTING, "a packet in the name of the reset's sender still passed after it");
        }
        boolean forgets = setting.expiry() == Expiry.FORGETS;
        if (wait.ended() && (forgets || !IdleTimeouts.punctual(timeout, wait.seconds()))) {
            return new Match(setting, timeout, late, OTHER_SETTING, forgets ? "it sends nothing when it runs out"
                    : "it had run out " + seconds(late) + " before");
        }
        if (wait.met() && setting.expiry() == Expiry.CLOSES) {
            return new Match(setting, timeout, late, OTHER_SETTING, "it ends the connection itself when it runs out, and did not");
        }
        boolean close = late <= Math.max(CLOSE_LEAST, CLOSE * timeout);
        int weight = wait.ended() || close ? PUNCTUAL : IdleTimeouts.near(timeout, wait.seconds()) ? SOON : PASSED;
        return new Match(setting, timeout, late, setting.verified() ? weight : weight / 2, null);
    }

    private static String fits(Wait wait, DeviceProfile device, Match m) {
        String when = ", " + (m.late() <= wait.early() ? "fits within what the capture can tell"
                : "had run out " + seconds(m.late()) + " before frame " + wait.broken().frame());
        String hint = m.weight() < SOON && m.setting().verified() ? "; any shorter time-out of another device fits as well" : "";
        return seconds(wait.seconds()) + " of silence: " + timeout(device, m) + when + hint + "."
                + (Rfc5382.broken(m.setting()) ? " A NAT must keep an idle connection for at least "
                        + TimeSpan.text(Rfc5382.LEAST_ESTABLISHED) + " (RFC 5382, REQ-5)." : "");
    }

    private static String notThis(Wait wait, DeviceProfile device, Match m) {
        return "Not this setting: " + timeout(device, m) + "; " + m.why() + ". The silence was " + seconds(wait.seconds())
                + ". " + changed(m.setting().change());
    }

    /** @param how as the profile has it: where nothing can be set, it begins with that; null where it is not known */
    private static String changed(String how) {
        if (how != null && NOTHING_TO_SET.matcher(how).lookingAt()) {
            return "It cannot be changed there: " + how + ".";
        }
        return "It fits only where it was changed on the device" + (how == null ? "." : " (how: " + how + ").");
    }

    private static String timeout(DeviceProfile device, Match m) {
        return m.setting().name() + " of " + device.title() + ", as delivered " + TimeSpan.text(m.timeout())
                + (m.setting().verified() ? "" : " (unverified)");
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f s", seconds);
    }
}
