package org.resetscope.core.internal.correlate;

import static org.resetscope.core.decode.TcpPacket.ACK;
import static org.resetscope.core.decode.TcpPacket.RST;
import static org.resetscope.core.decode.TcpPacket.SYN;

import org.resetscope.core.decode.TcpPacket;

/** One connection (one incarnation of its addresses and ports) at one capture point: enough to find it again at another. */
final class SurveyedFlow {

    final int capture;
    final Tuple tuple;
    final long firstFrame;
    final long firstNanos;
    final SurveyedEnd low = new SurveyedEnd();
    final SurveyedEnd high = new SurveyedEnd();

    long lastNanos;
    long lastResetNanos;
    int resets;
    /** By a SYN, or by the refusal of one; null where neither was seen. */
    Boolean clientIsLow;
    /** First frame of the next connection with the same addresses and ports. */
    long nextFrame = Long.MAX_VALUE;

    SurveyedFlow(int capture, Tuple tuple, long firstFrame, long firstNanos) {
        this.capture = capture;
        this.tuple = tuple;
        this.firstFrame = firstFrame;
        this.firstNanos = firstNanos;
    }

    void take(TcpPacket p, boolean fromLow, long nanos) {
        lastNanos = nanos;
        if (p.has(RST)) {
            resets++;
            lastResetNanos = nanos;
            if (clientIsLow == null && p.has(ACK) && p.seq == 0 && low.segments + high.segments == 0) {
                clientIsLow = !fromLow;
            }
        } else if (clientIsLow == null && p.has(SYN)) {
            clientIsLow = p.has(ACK) != fromLow;
        }
        end(fromLow).take(p, nanos);
    }

    /** Whether a SYN opens another connection rather than repeating this one's. */
    boolean endsWith(TcpPacket p, boolean fromLow) {
        if ((p.flags & (SYN | ACK | RST)) != SYN) {
            return false;
        }
        SurveyedEnd sender = end(fromLow);
        return sender.synSeen ? p.seq != sender.isn || resets > 0 : low.segments + high.segments + resets > 0;
    }

    SurveyedEnd end(boolean ofLow) {
        return ofLow ? low : high;
    }

    SurveyedEnd client() {
        return end(clientIsLow == null || clientIsLow);
    }

    SurveyedEnd server() {
        return end(clientIsLow != null && !clientIsLow);
    }

    /** Whether both ends answered each other: the connection was up where this capture was taken. */
    boolean established() {
        return low.segments > 0 && high.segments > 0 && (low.segments > 1 || high.segments > 1);
    }
}
