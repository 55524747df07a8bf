package org.resetscope.core.internal.detect;

import static org.resetscope.core.decode.TcpPacket.RST;

import java.util.List;

import org.resetscope.core.detect.Detector;
import org.resetscope.core.detect.Dossier;
import org.resetscope.core.detect.Finding;
import org.resetscope.core.detect.Segment;
import org.resetscope.core.model.Evidence;

/**
 * Hosts that discover the path MTU set DF on every packet, resets without a socket included, and so does netfilter's reject (measured); a packet
 * built by other means often forgets it.
 */
public final class DontFragmentDetector implements Detector {

    @Override
    public List<Evidence> examine(Dossier d) {
        if (d.ipVersion() != 4 || d.reset().dontFragment()) {
            return List.of();
        }
        List<Segment> others = d.before().stream().filter(s -> d.fromClaimed(s) && !s.has(RST)).toList();
        if (others.size() < 2 || !others.stream().allMatch(Segment::dontFragment)) {
            return List.of();
        }
        return Finding.of("dont-fragment.missing").on(d, d.reset())
                .says("It lacks the don't-fragment flag that all other packets of the " + d.claimedName() + " carry.");
    }
}
