package org.resetscope.routers.internal;

import static org.resetscope.core.decode.TcpPacket.FIN;

import org.resetscope.core.detect.Dossier;
import org.resetscope.core.detect.Segment;
import org.resetscope.core.detect.Sequence;
import org.resetscope.core.detect.Silence;
import org.resetscope.core.device.IdleTimeouts;
import org.resetscope.core.device.Timer;
import org.resetscope.core.model.Reset.Form;

/**
 * The silence before a reset, as a timer of a device sees it.
 *
 * @param seconds its length
 * @param early seconds that it may seem too short
 * @param ended by the claimed sender: its length is that of a timer
 * @param met a packet of the other side met something that had forgotten the connection: a timer was not longer
 * @param keepalive whether that packet is one, so that the length is the interval of a host
 */
record Wait(Segment broken, double seconds, double early, Timer timer, boolean ended, boolean met, boolean keepalive) {

    private static final double NANOS = 1e9;

    /** Null where no idle timer can have to do with the reset. */
    static Wait before(Dossier d) {
        Silence silence = Silence.timed(d);
        int closers = silence == null ? 2 : silence.closers(d);
        if (closers > 1 || d.form() == Form.ANSWER_TO_SYN) {
            return null;
        }
        Segment broken = silence.broken();
        boolean ended = silence.endedByClaimed(d);
        // a packet in the name of the reset's sender passed the device
        boolean met = !ended && !d.fromClaimed(broken) && d.form() == Form.ANSWER_TO_ACK;
        return new Wait(broken, silence.nanos() / NANOS, IdleTimeouts.EARLY + Math.pow(10, -d.digits()),
                closers == 0 ? Timer.ESTABLISHED : Timer.HALF_CLOSED, ended, met, keepalive(d, broken));
    }

    private static boolean keepalive(Dossier d, Segment s) {
        return s.payloadLength() <= 1 && Sequence.after(d.receiver().nextSeq(), s.seq()) && !s.has(FIN);
    }
}
