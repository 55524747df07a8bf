package org.resetscope.core.pattern;

import java.util.List;
import java.util.function.Supplier;

import org.resetscope.core.Analysis;
import org.resetscope.core.device.DeviceProfiles;
import org.resetscope.core.device.IdleTimeouts;
import org.resetscope.core.model.Reset;

/**
 * What the resets of an analysis have in common, taken together.
 *
 * @param periods the most certain first; series that tell the same as a narrower one are left out
 * @param silences likewise
 * @param timeouts between what lengths the time-outs lie that forgot connections
 */
public record Patterns(Tables tables, List<Periodicity> periods, List<SameSilence> silences, List<TimeoutBounds> timeouts) {

    /** Where as many would come about by chance, nothing is told. */
    public static final double MOST_CHANCE = 1e-3;

    /** Held against the installed device profiles. */
    public static Patterns of(Analysis analysis) {
        return of(analysis.resets(), () -> IdleTimeouts.of(DeviceProfiles.read().all()));
    }

    /** @param known asked for only when there is something to hold against them */
    public static Patterns of(List<Reset> resets, Supplier<IdleTimeouts> known) {
        List<Periodicity> periods = Periods.of(resets);
        List<SameSilence> silences = Silences.of(resets);
        List<TimeoutBounds> timeouts = Bounds.of(resets);
        if (!periods.isEmpty() || !silences.isEmpty() || !timeouts.isEmpty()) {
            TimerNames names = new TimerNames(known.get());
            periods = periods.stream().map(names::name).toList();
            silences = silences.stream().map(names::name).toList();
            timeouts = timeouts.stream().map(names::name).toList();
        }
        return new Patterns(Tables.of(resets), periods, silences, timeouts);
    }
}
