package org.resetscope.core.internal.detect;

import static org.resetscope.core.decode.TcpPacket.ACK;
import static org.resetscope.core.decode.TcpPacket.RST;

import java.util.List;

import org.resetscope.core.detect.Detector;
import org.resetscope.core.detect.Dossier;
import org.resetscope.core.detect.Durations;
import org.resetscope.core.detect.Finding;
import org.resetscope.core.detect.Segment;
import org.resetscope.core.detect.Sequence;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.Reset.Form;

/** A host that reset a connection does not go on with it: packets of the claimed sender after its own reset speak for another author. */
public final class ContinuationDetector implements Detector {

    /** What the network reorders is together again within this; the shortest time-out for a retransmission is longer (RFC 6298, 2.4). */
    private static final long SENT_AFTER_NANOS = 50_000_000;

    @Override
    public List<Evidence> examine(Dossier d) {
        for (Segment s : d.after()) {
            boolean overtaken = s.end() != s.seq() && !Sequence.after(s.end(), d.reset().seq()) && d.form() != Form.ANSWER_TO_SYN;
            if (!d.fromClaimed(s) || s.has(RST)) {
                continue;
            }
            if (overtaken && !acknowledgesTrigger(d, s)) {
                Segment first = retransmitted(d, s);
                if (first != null) {
                    return Finding.of("continuation.retransmits").on(d, first, d.reset(), s).says("The " + d.claimedName() + " still sends frame "
                            + first.frame() + " again in frame " + s.frame() + ", " + Durations.text(s.timeNanos() - d.reset().timeNanos())
                            + " after its reset: it has the connection.");
                }
                continue;
            }
            if (d.form() == Form.ANSWER_TO_SYN) {
                if (s.isSynAck() && s.ack() == d.reset().ack()) {
                    return Finding.of("continuation.accepts").on(d, d.reset(), s)
                            .says("The " + d.claimedName() + " accepts the same SYN in frame " + s.frame() + " after it is said to have refused it.");
                }
                continue;
            }
            boolean live = d.form() == Form.ABORT || d.form() == Form.OTHER;
            boolean goesOn = !s.isSyn() && !s.isSynAck() && (live || acknowledgesTrigger(d, s) || newData(d, s));
            if (goesOn) {
                boolean acknowledges = acknowledgesTrigger(d, s);
                boolean repeated = acknowledges && repeated(d, s);
                String signal = repeated ? "acknowledges-copy" : acknowledges ? "acknowledges" : live ? "goes-on" : "new-data";
                return Finding.of("continuation." + signal).on(d, d.reset(), s)
                        .says("The " + d.claimedName() + " goes on with the connection in frame "
                        + s.frame() + (repeated ? ", and acknowledges what the reset answered, which had been sent again."
                                : acknowledges ? ", even acknowledges what the reset answered." : "."));
            }
        }
        return List.of();
    }

    /**
     * The first copy of data that is sent again so long after the reset that no reordering explains it; null otherwise. Data seen for the
     * first time may have been held up on the way.
     */
    private static Segment retransmitted(Dossier d, Segment later) {
        if (later.payloadLength() == 0 || later.timeNanos() - d.reset().timeNanos() < SENT_AFTER_NANOS) {
            return null;
        }
        return d.before().stream().filter(s -> d.fromClaimed(s) && s.seq() == later.seq() && s.payloadLength() > 0).findFirst().orElse(null);
    }

    private static boolean acknowledgesTrigger(Dossier d, Segment s) {
        return d.trigger() != null && s.has(ACK) && d.trigger().payloadLength() > 0 && !Sequence.after(d.trigger().end(), s.ack());
    }

    /** Whether the data that the reset answers was sent once more before {@code later}. */
    private static boolean repeated(Dossier d, Segment later) {
        return d.after().stream().anyMatch(s -> !d.fromClaimed(s) && s.frame() < later.frame() && s.payloadLength() > 0
                && !Sequence.after(s.seq(), d.trigger().seq()) && Sequence.after(s.end(), d.trigger().seq()));
    }

    private static boolean newData(Dossier d, Segment s) {
        return s.payloadLength() > 0 && !Sequence.after(d.reset().seq(), s.seq());
    }
}
