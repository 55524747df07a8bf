package org.resetscope.core.internal.correlate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.core.runtime.SubMonitor;
import org.resetscope.core.capture.CaptureFormat;
import org.resetscope.core.configuration.ReplayAnswer;
import org.resetscope.core.configuration.TransitReplay;
import org.resetscope.core.internal.path.Stretch;
import org.resetscope.core.model.FrameRef;
import org.resetscope.core.model.Problem;

/** What devices say of resets that were born between two points, by what both points show. */
final class GapAnswers {

    private record Ends(int near, int beyond) {
    }

    private final List<Correlator.Point> points;
    private final Clocks clocks;
    private final PathOrder path;
    private final Map<Ends, Integer> routers = new HashMap<>();
    private final Map<Ends, Gap> gaps = new LinkedHashMap<>();
    private final Map<Ends, Set<FrameRef>> resets = new HashMap<>();
    private final Map<Ends, Stretch> places = new HashMap<>();
    private final Map<FrameRef, ReplayAnswer> answers = new HashMap<>();

    GapAnswers(List<Correlator.Point> points, Clocks clocks, PathOrder path) {
        this.points = points;
        this.clocks = clocks;
        this.path = path;
    }

    /** Will be asked for. */
    void add(SentReset reset, Birth birth) {
        int near = birth.base().index();
        int beyond = birth.cleared();
        if (beyond < 0 || !clocks.of(near).known() || !clocks.of(beyond).known()) {
            return;
        }
        boolean wide = routers.computeIfAbsent(new Ends(Math.min(near, beyond), Math.max(near, beyond)), e -> path.routers(e.near, e.beyond)) > 1;
        // one router sees what comes from both sides
        Ends ends = wide || near < beyond ? new Ends(near, beyond) : new Ends(beyond, near);
        gaps.computeIfAbsent(ends, e -> new Gap(e.near, e.beyond, wide, points, clocks)).add(reset.connection(), reset.fromClient() ? beyond : near);
        places.put(ends, birth.where());
        resets.computeIfAbsent(ends, e -> new HashSet<>()).add(reference(birth));
    }

    private FrameRef reference(Birth birth) {
        return new FrameRef(points.get(birth.base().index()).capture(), birth.base().frame());
    }

    /** Reads the captures of these points again. */
    void read(DeviceRules rules, List<CaptureFormat> formats, List<Problem> problems, SubMonitor monitor) {
        monitor.setWorkRemaining(gaps.size());
        gaps.forEach((ends, gap) -> {
            Set<FrameRef> asked = resets.get(ends);
            TransitReplay replay = rules.between(asked::contains, places.get(ends));
            if (replay == null) {
                return;
            }
            gap.read(formats, replay::take, monitor.newChild(1));
            for (FrameRef reset : asked) {
                answers.put(reset, replay.answer(reset));
            }
            if (replay.gap() != null) {
                problems.add(Problem.of("capped", replay.gap()));
            }
        });
    }

    /** Null where no device has anything to say, or its points do not tell more than one of them alone. */
    ReplayAnswer of(Birth birth) {
        return answers.get(reference(birth));
    }
}
