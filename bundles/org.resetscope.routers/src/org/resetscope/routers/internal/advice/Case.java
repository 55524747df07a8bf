package org.resetscope.routers.internal.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.resetscope.core.Analysis;
import org.resetscope.core.device.DeviceProfile;
import org.resetscope.core.device.DeviceSetting;
import org.resetscope.core.device.Expiry;
import org.resetscope.core.device.IdleTimeout;
import org.resetscope.core.device.IdleTimeouts;
import org.resetscope.core.device.Timer;
import org.resetscope.core.model.Causes;
import org.resetscope.core.model.Endpoint;
import org.resetscope.core.model.Reset;
import org.resetscope.routers.internal.KnownDeviceDetector;

/**
 * Connections that the same timer, as far as can be told, has cut.
 *
 * @param servers of these connections
 * @param resets how many
 * @param shortest seconds of silence that led to one; longest likewise
 * @param limit seconds that the timer has at most
 * @param exact whether the limit is the timer itself: its end made the reset, or a device stated or known to have it was met
 * @param reason where the limit comes from
 * @param closes whether something ended the connections by itself, which often counts data only, not probes
 */
record Case(Set<Endpoint> servers, int resets, double shortest, double longest, double limit, boolean exact, String reason, boolean closes) {

    private static final double NANOS = 1e9;
    /** Silences that differ less may have the same timer. */
    private static final double SAME = 1.1;

    /** A reset that a timer caused. */
    private record Cut(Reset reset, double seconds, Bound bound) {
    }

    private record Bound(double limit, boolean exact, String reason) {
    }

    /**
     * @param analysis with the devices that are known to be in the path
     * @param known time-outs of all devices; asked for only when a timer caused a reset
     * @return those with the most resets first; empty where no timer caused a reset
     */
    static List<Case> of(Analysis analysis, Supplier<IdleTimeouts> known) {
        List<Reset> byTimer = analysis.resets().stream().filter(Case::byTimer).toList();
        if (byTimer.isEmpty()) {
            return List.of();
        }
        IdleTimeouts timeouts = known.get();
        List<Cut> cuts = byTimer.stream().map(r -> cut(r, analysis.profiles(), timeouts))
                .sorted(Comparator.comparing((Cut c) -> c.reset().idle().endedBySender()).thenComparing(c -> c.bound().limit())).toList();
        List<Case> cases = new ArrayList<>();
        List<Cut> same = new ArrayList<>();
        for (Cut cut : cuts) {
            if (!same.isEmpty() && (same.get(0).bound().limit() * SAME < cut.bound().limit()
                    || same.get(0).reset().idle().endedBySender() != cut.reset().idle().endedBySender())) {
                cases.add(of(same));
                same.clear();
            }
            same.add(cut);
        }
        if (!same.isEmpty()) {
            cases.add(of(same));
        }
        cases.sort(Comparator.comparing(c -> -c.resets()));
        return cases;
    }

    private static boolean byTimer(Reset r) {
        String cause = r.verdict().cause();
        return r.primary() == null && r.idle() != null && !r.idle().halfClosed() && (Causes.within(cause, Causes.DEVICE_STATE_EXPIRED)
                || Causes.within(cause, Causes.IDLE) || Causes.within(cause, Causes.REMAPPED));
    }

    private static Case of(List<Cut> same) {
        Bound least = same.get(0).bound();
        Set<Endpoint> servers = same.stream().map(c -> c.reset().flow().server()).collect(Collectors.toCollection(LinkedHashSet::new));
        return new Case(servers, same.size(), same.stream().mapToDouble(Cut::seconds).min().orElseThrow(),
                same.stream().mapToDouble(Cut::seconds).max().orElseThrow(), least.limit(), least.exact(), least.reason(),
                same.get(0).reset().idle().endedBySender());
    }

    private static Cut cut(Reset reset, List<DeviceProfile> stated, IdleTimeouts known) {
        double seconds = reset.idle().nanos() / NANOS;
        if (reset.idle().endedBySender()) {
            return new Cut(reset, seconds, new Bound(seconds, true, "its end made the reset"));
        }
        Bound bound = new Bound(seconds, false, "it may be shorter: the silence only bounds it");
        // of several captures, the device may be in the path of one only
        boolean held = reset.verdict().evidence().stream().anyMatch(e -> e.signal().equals(KnownDeviceDetector.SIGNAL));
        for (DeviceProfile device : held ? stated : List.<DeviceProfile>of()) {
            for (DeviceSetting setting : device.settings()) {
                for (long timeout : setting.seconds()) {
                    if (setting.timer() == Timer.ESTABLISHED && setting.expiry() != Expiry.CLOSES && timeout < bound.limit() + IdleTimeouts.EARLY) {
                        bound = new Bound(timeout, true, "as " + device.title() + " has it as delivered"
                                + (setting.verified() ? "" : "; unverified"));
                    }
                }
            }
        }
        IdleTimeout fitting = bound.exact() ? null : known.forgetting(Timer.ESTABLISHED, seconds, IdleTimeouts.EARLY);
        if (fitting != null) {
            bound = new Bound(Math.min(seconds, fitting.seconds()), false, "as by default " + fitting.names() + "; it may be shorter");
        }
        return new Cut(reset, seconds, bound);
    }
}
