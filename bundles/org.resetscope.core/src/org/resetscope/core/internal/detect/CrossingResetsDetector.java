package org.resetscope.core.internal.detect;

import static org.resetscope.core.decode.TcpPacket.RST;

import java.util.List;
import java.util.stream.Stream;

import org.resetscope.core.detect.Detector;
import org.resetscope.core.detect.Dossier;
import org.resetscope.core.detect.Durations;
import org.resetscope.core.detect.Finding;
import org.resetscope.core.detect.Segment;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.Reset.Form;

/** Resets in both directions at once: a stack never answers a reset, a device that cuts a connection tells both ends. */
public final class CrossingResetsDetector implements Detector {

    private static final long AT_ONCE_NANOS = 1_000_000;

    @Override
    public List<Evidence> examine(Dossier d) {
        if (d.form() == Form.ANSWER_TO_SYN) {
            return List.of();
        }
        return Stream.concat(d.before().stream(), d.after().stream()).filter(s -> s.has(RST) && !d.fromClaimed(s) && together(d, s))
                .findFirst().map(s -> Finding.of("crossing-resets.both").on(d, s, d.reset())
                        .says("The other direction is reset as well, " + Durations.text(Math.abs(s.timeNanos() - d.reset().timeNanos()))
                                + " apart, with nothing between that either would answer: a device that cuts a connection tells both ends."))
                .orElse(List.of());
    }

    /** Close together, and no segment between them that the later one answers. */
    private static boolean together(Dossier d, Segment other) {
        long apart = Math.abs(other.timeNanos() - d.reset().timeNanos());
        long later = Math.max(other.timeNanos(), d.reset().timeNanos());
        long earlier = Math.min(other.timeNanos(), d.reset().timeNanos());
        boolean between = Stream.concat(d.before().stream(), d.after().stream())
                .anyMatch(s -> !s.has(RST) && s.timeNanos() > earlier && s.timeNanos() < later);
        boolean passive = d.form() == Form.ANSWER_TO_ACK && d.trigger() != null && d.trigger().timeNanos() >= earlier - AT_ONCE_NANOS && between;
        return apart <= AT_ONCE_NANOS && !passive;
    }
}
