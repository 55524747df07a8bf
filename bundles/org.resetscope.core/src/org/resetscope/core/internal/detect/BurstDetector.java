package org.resetscope.core.internal.detect;

import static org.resetscope.core.decode.TcpPacket.RST;

import java.util.ArrayList;
import java.util.List;

import org.resetscope.core.detect.Detector;
import org.resetscope.core.detect.Dossier;
import org.resetscope.core.detect.Finding;
import org.resetscope.core.detect.Segment;
import org.resetscope.core.detect.Sequence;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.Reset.Form;

/**
 * Several resets that guess how far the connection will have got (RST_SEQ_CHANGE; Weaver, Sommer, Paxson: Detecting Forged TCP Reset
 * Packets, NDSS 2009): sequence numbers ahead of everything sent and acknowledged, one behind the other.
 */
public final class BurstDetector implements Detector {

    private static final long INTERVAL_NANOS = 2_000_000_000L;

    @Override
    public List<Evidence> examine(Dossier d) {
        if (d.claimed().segments() == 0) {
            return List.of();
        }
        List<Segment> burst = burst(d);
        boolean ahead = burst.stream().anyMatch(s -> Sequence.distance(s.seq(), d.claimed().nextSeq()) > 2
                && (!d.receiver().ackSeen() || Sequence.distance(s.seq(), d.receiver().highestAck()) > 2));
        boolean grows = false;
        for (int i = 1; i < burst.size(); i++) {
            grows |= Sequence.distance(burst.get(i).seq(), burst.get(i - 1).seq()) > 2;
        }
        if (burst.size() < 2 || !ahead || !grows || d.form() == Form.ANSWER_TO_ACK) {
            return List.of();
        }
        return Finding.of("burst.ahead").on(d, burst.toArray(new Segment[0]))
                .says(burst.size() + " resets with sequence numbers ahead of all that was sent: somebody guesses how far the connection is.");
    }

    /** Resets of the same direction around this one, with nothing else of the claimed sender between. */
    private static List<Segment> burst(Dossier d) {
        List<Segment> burst = new ArrayList<>();
        for (Segment s : d.before()) {
            if (d.fromClaimed(s)) {
                if (!s.has(RST)) {
                    burst.clear();
                } else if (d.reset().timeNanos() - s.timeNanos() < INTERVAL_NANOS) {
                    burst.add(s);
                }
            }
        }
        burst.add(d.reset());
        for (Segment s : d.after()) {
            if (d.fromClaimed(s)) {
                if (!s.has(RST) || s.timeNanos() - d.reset().timeNanos() >= INTERVAL_NANOS) {
                    break;
                }
                burst.add(s);
            }
        }
        return burst;
    }
}
