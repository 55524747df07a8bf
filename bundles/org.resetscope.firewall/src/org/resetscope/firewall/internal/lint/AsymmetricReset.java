package org.resetscope.firewall.internal.lint;

import java.util.ArrayList;
import java.util.List;

import org.resetscope.core.configuration.ConfigurationFinding;
import org.resetscope.firewall.internal.evaluate.Journey;
import org.resetscope.firewall.internal.fix.Remedy;

/** ASY-001: conntrack is told to be liberal, as for routes that differ by direction; does what it calls INVALID still meet a reset? */
final class AsymmetricReset implements Check {

    @Override
    public List<ConfigurationFinding> examine(Scene scene) {
        List<ConfigurationFinding> findings = new ArrayList<>();
        if (scene.liberal()) {
            InvalidReset.worst(scene, Journey.FORWARD).values().forEach(s -> findings.add(Findings.of("ASY-001", false,
                    "If the machine sees one direction of a connection only, the client's acknowledgement of a SYN-ACK that it has not seen is INVALID and "
                            + "is answered with a TCP reset here; that conntrack is liberal does not help.",
                    s.reset().rule().source(), s.reset().packets().path().steps(),
                    scene.fixes().before(Findings.place(s.reset()), Remedy.DROP_INVALID, "Drop INVALID before this rule"))));
        }
        return findings;
    }
}
