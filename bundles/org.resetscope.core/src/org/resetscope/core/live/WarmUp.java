package org.resetscope.core.live;

import java.util.List;

import org.resetscope.core.decode.TcpPacket;
import org.resetscope.core.detect.Dossier;
import org.resetscope.core.detect.HostHabits;
import org.resetscope.core.detect.Segment;
import org.resetscope.core.detect.Side;
import org.resetscope.core.internal.judge.Court;
import org.resetscope.core.internal.judge.Hearing;
import org.resetscope.core.model.Endpoint;
import org.resetscope.core.model.Flow;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Verdict;

/** A verdict that nobody asked for: it loads detectors and what they read, which would keep the first real one waiting. */
final class WarmUp {

    private WarmUp() {
    }

    static Verdict run(Court court, Hearing hearing) {
        Segment syn = segment(1, true, TcpPacket.SYN, 0);
        Segment refusal = segment(2, false, TcpPacket.RST | TcpPacket.ACK, 1);
        Side client = side(1);
        return court.judge(new Dossier("", refusal, false, Reset.Form.ANSWER_TO_SYN, syn, 1, Reset.Phase.SYN_SENT,
                new Flow(new Endpoint("192.0.2.1", 49_152), new Endpoint("192.0.2.2", 80), false, "Sr"), 4, side(0), client, false, false, true,
                List.of(syn), List.of(), true, new byte[0], new byte[0], null, HostHabits.NONE, HostHabits.NONE, 0, 0, 6, List.of()), hearing);
    }

    private static Segment segment(long frame, boolean fromClient, int flags, int ack) {
        return new Segment(frame, frame * 1_000_000, fromClient, 0, ack, flags, 0, 0, 64, 0, 0, true, -1, false, 0, 0, true, 0, false);
    }

    private static Side side(int segments) {
        return new Side(segments, 0, 0, segments > 0, 0, segments, false, 0, 0, -1, 0, 64, 64, 64, 0, 0, -1, 0, false, 0, -1, -1, 0, false, 0, false,
                0, 0, 0, 0);
    }
}
