package org.resetscope.core.internal.detect;

import java.util.List;

import org.resetscope.core.detect.Detector;
import org.resetscope.core.detect.Dossier;
import org.resetscope.core.detect.Finding;
import org.resetscope.core.model.Evidence;

/** IPv6 flow label: 0 in what netfilter builds, not 0 in what a Linux endpoint sends, with a socket or without (measured). */
public final class FlowLabelDetector implements Detector {

    @Override
    public List<Evidence> examine(Dossier d) {
        int label = d.reset().flowLabel();
        if (label < 0) {
            return List.of();
        }
        Finding finding = new Finding("flow-label", "flow-label").on(d, d.reset());
        boolean known = d.claimed().segments() > 0;
        boolean labels = d.claimed().flowLabelLast() > 0;
        if (label != 0) {
            return known && !labels ? List.of()
                    : finding.claimed(8).says("It carries an IPv6 flow label, which hosts set and packet filters do not.");
        }
        if (labels) {
            return finding.intermediary(20).says("Its IPv6 flow label is 0; the " + d.claimedName() + "'s other packets carry one.");
        }
        return known ? List.of() : finding.intermediary(7).says("Its IPv6 flow label is 0, as in packets built by packet filters.");
    }
}
