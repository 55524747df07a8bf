package org.resetscope.core.internal.detect;

import java.util.List;

import org.resetscope.core.detect.Detector;
import org.resetscope.core.detect.Dossier;
import org.resetscope.core.detect.Finding;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.Reset.Form;

/** IPv6 flow label: 0 in what netfilter builds, not 0 in what a Linux endpoint sends, with a socket or without (measured). */
public final class FlowLabelDetector implements Detector {

    @Override
    public List<Evidence> examine(Dossier d) {
        int label = d.reset().flowLabel();
        if (label < 0) {
            return List.of();
        }
        boolean known = d.claimed().segments() > 0;
        boolean labels = known ? d.claimed().flowLabelLast() > 0 : d.claimedHost().labels();
        if (label != 0) {
            return known && !labels ? List.of()
                    : finding(d, "set").says("It carries an IPv6 flow label, which hosts set and packet filters do not.");
        }
        if (labels) {
            boolean answer = d.form() == Form.ANSWER_TO_ACK || d.form() == Form.ANSWER_TO_SYN;
            return finding(d, !answer ? "zero-live" : fromSamePlace(d) ? "zero-from-same-place" : "zero-unlike-others")
                    .says("Its IPv6 flow label is 0; the " + d.claimedName() + "'s other packets carry one."
                            + (answer ? " Packet filters build such answers, that of the host itself among them." : ""));
        }
        return known ? List.of() : finding(d, "zero").says("Its IPv6 flow label is 0, as in packets built by packet filters.");
    }

    /** Its hop limit is the host's, and no other's: then the packet filter can be the host's own. */
    private static boolean fromSamePlace(Dossier d) {
        int ttl = d.reset().ttl();
        boolean host = d.claimed().segments() > 0 ? Place.canBeHost(d, d.reset()) : d.claimedHost().usualTtl() == ttl;
        return host && (d.receiver().segments() == 0 || d.receiver().ttlMax() != ttl);
    }

    private static Finding finding(Dossier d, String signal) {
        return Finding.of("flow-label." + signal).on(d, d.reset());
    }
}
