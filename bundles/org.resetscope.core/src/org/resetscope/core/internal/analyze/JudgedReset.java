package org.resetscope.core.internal.analyze;

import java.util.ArrayList;
import java.util.List;

import org.resetscope.core.detect.Dossier;
import org.resetscope.core.detect.Segment;
import org.resetscope.core.detect.Silence;
import org.resetscope.core.model.FrameRef;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Sender;
import org.resetscope.core.model.Timestamp;
import org.resetscope.core.model.Verdict;

/** Makes of a dossier and the verdict on it what is reported; without an id yet. */
public final class JudgedReset {

    private JudgedReset() {
    }

    public static Reset of(Dossier d, String incident, Verdict verdict) {
        Segment s = d.reset();
        List<Reset.Packet> packets = new ArrayList<>();
        packets.add(packet(d, s.frame(), s.timeNanos()));
        d.copies().forEach(copy -> packets.add(packet(d, copy.frame(), copy.timeNanos())));
        return new Reset("", incident, d.flow(), List.copyOf(packets), d.claimedIsClient() ? Sender.CLIENT : Sender.SERVER, d.form(), d.phase(),
                d.trigger() == null ? null : d.frame(d.trigger()), Silence.idle(d), null, verdict);
    }

    private static Reset.Packet packet(Dossier d, long frame, long nanos) {
        Segment s = d.reset();
        return new Reset.Packet(new FrameRef(d.captureId(), frame), new Timestamp(nanos, d.digits()), Flags.letters(s.flags()),
                s.seq() & 0xffffffffL, s.ack() & 0xffffffffL);
    }
}
