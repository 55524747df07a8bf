package org.resetscope.core.internal.detect;

import static org.resetscope.core.decode.TcpPacket.RST;

import java.util.List;

import org.resetscope.core.detect.Detector;
import org.resetscope.core.detect.Dossier;
import org.resetscope.core.detect.Finding;
import org.resetscope.core.detect.Segment;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.Reset.Form;

/**
 * Service class (DSCP, RFC 2474) where it is not the default. Linux answers without a socket in the class of what it answers
 * (tcp_v4_send_reset, tcp_v6_send_response), netfilter's reject in the default class (nf_reject_iphdr_put, nf_reject_ip6hdr_put); a socket's
 * reset has the class of its socket.
 */
public final class TosDetector implements Detector {

    private static final int DSCP = 0xfc;

    @Override
    public List<Evidence> examine(Dossier d) {
        int own = d.reset().tos() & DSCP;
        if (d.trigger() != null) {
            int asked = d.trigger().tos() & DSCP;
            return asked == 0 ? List.of() : own == asked
                    ? finding(d, "copied").says("It has the service class of frame " + d.trigger().frame() + ", as a stack answers; packet filters do not.")
                    : finding(d, "default").says("Frame " + d.trigger().frame() + " has service class " + (asked >> 2) + ", its answer "
                            + (own >> 2) + ": packet filters answer like that.");
        }
        if (d.form() != Form.ABORT) {
            return List.of();
        }
        List<Segment> others = d.before().stream().filter(s -> d.fromClaimed(s) && !s.has(RST)).toList();
        int usual = others.isEmpty() ? 0 : others.get(0).tos() & DSCP;
        if (usual == 0 || others.stream().anyMatch(s -> (s.tos() & DSCP) != usual)) {
            return List.of();
        }
        return own == usual ? finding(d, "same").says("It has the service class of the " + d.claimedName() + "'s other packets.")
                : finding(d, "differs").says("Its service class is " + (own >> 2) + ", that of all other packets of the " + d.claimedName() + " "
                        + (usual >> 2) + ".");
    }

    private static Finding finding(Dossier d, String signal) {
        return Finding.of("tos." + signal).on(d, d.trigger(), d.reset());
    }
}
