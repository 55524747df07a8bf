package org.resetscope.vendors.internal;

import java.util.Arrays;
import java.util.List;

import org.resetscope.core.detect.Detector;
import org.resetscope.core.detect.Dossier;
import org.resetscope.core.detect.Finding;
import org.resetscope.core.model.Causes;
import org.resetscope.core.model.Evidence;

/**
 * Resets of the firewall of the Chinese province of Henan, which carry a payload of ten bytes that counts (Wu et al., A Wall Behind A
 * Wall: Emerging Regional Censorship in China, IEEE S&amp;P 2025).
 */
public final class HenanFirewallDetector implements Detector {

    private static final byte[] COUNTED = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 0 };
    /** No stack puts this into a reset. */
    private static final int DECLARED = 60;

    @Override
    public List<Evidence> examine(Dossier d) {
        return !Arrays.equals(d.payload(), COUNTED) ? List.of()
                : new Finding("henan-firewall", "form").intermediary(DECLARED).cause(Causes.ON_PATH + ".henan-firewall", DECLARED).on(d, d.reset())
                        .says("Its payload is the ten bytes 01 02 ... 09 00, which the censor of Henan puts into its resets.");
    }
}
