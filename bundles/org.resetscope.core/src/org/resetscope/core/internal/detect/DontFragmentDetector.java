package org.resetscope.core.internal.detect;

import static org.resetscope.core.decode.TcpPacket.RST;
import static org.resetscope.core.decode.TcpPacket.SYN;

import java.util.List;

import org.resetscope.core.detect.Detector;
import org.resetscope.core.detect.Dossier;
import org.resetscope.core.detect.Finding;
import org.resetscope.core.detect.Segment;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.Reset.Form;

/**
 * Hosts that discover the path MTU set DF on every packet, resets without a socket included, and so does netfilter's reject (measured); a
 * packet built by other means often forgets it. Where a connection's packets go without DF, its socket's reset does, too.
 */
public final class DontFragmentDetector implements Detector {

    @Override
    public List<Evidence> examine(Dossier d) {
        boolean fromSocket = d.form() == Form.ABORT;
        if (d.ipVersion() != 4 || d.reset().dontFragment() && !fromSocket) {
            return List.of();
        }
        List<Segment> others = d.before().stream().filter(s -> d.fromClaimed(s) && !s.has(RST) && !s.has(SYN)).toList();
        if (others.size() < 2 || others.stream().anyMatch(s -> s.dontFragment() == d.reset().dontFragment())) {
            return List.of();
        }
        return d.reset().dontFragment()
                ? Finding.of("dont-fragment.added").on(d, d.reset()).says("It carries the don't-fragment flag, which no other packet of the "
                        + d.claimedName() + "'s connection does.")
                : Finding.of("dont-fragment.missing").on(d, d.reset()).says("It lacks the don't-fragment flag that all other packets of the "
                        + d.claimedName() + " carry.");
    }
}
