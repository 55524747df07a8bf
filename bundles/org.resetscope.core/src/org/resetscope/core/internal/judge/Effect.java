package org.resetscope.core.internal.judge;

import static org.resetscope.core.decode.TcpPacket.RST;

import org.resetscope.core.detect.Dossier;
import org.resetscope.core.detect.Segment;

/** Whether a reset ended the connection at its receiver. */
final class Effect {

    private Effect() {
    }

    /** By the sequence number the receiver expected (RFC 5961, 3.2), and by what the receiver did afterwards; null where neither tells. */
    static Boolean of(Dossier d) {
        if (d.receiverWasReset()) {
            return false;
        }
        if (goesOn(d)) {
            return false;
        }
        if (d.receiver().segments() == 0) {
            return null;
        }
        return d.accepted();
    }

    /** What the receiver sends later than one round trip to it was sent after the reset had arrived. */
    private static boolean goesOn(Dossier d) {
        long arrived = d.reset().timeNanos() + Math.max(d.receiver().turnaroundNanos() * 3 / 2, 1_000_000);
        for (Segment s : d.after()) {
            if (!d.fromClaimed(s) && !s.isSyn() && !s.has(RST) && s.timeNanos() > arrived) {
                return true;
            }
        }
        return false;
    }
}
