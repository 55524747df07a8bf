package org.resetscope.calibration;

import java.util.Set;

import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Sender;

/**
 * One reset as one capture point saw it, with its true origin.
 *
 * @param together judged by the captures of all points of its scenario rather than by one
 * @param flat from the copy of the corpus with equal TTLs
 * @param label the lab's word for the cause; causes: the product's ids that answer it
 * @param weight in learning; observations of one scenario and label are alike
 * @param window raw field of the reset; ipId -1: IPv6
 */
record Observation(String corpus, boolean together, boolean flat, String scenario, String label, Set<String> causes, Sender truth, Reset reset, double weight,
        int window, int ipId) {

    /** Scenarios of one kind: the part of the name before its first hyphen, "13" of "13-inject-syn-phase". */
    String family() {
        int hyphen = scenario.indexOf('-');
        return hyphen < 0 ? scenario : scenario.substring(0, hyphen);
    }

    boolean claimedIsClient() {
        return reset.claimedSender() == Sender.CLIENT;
    }

    /** Whether evidence was found whose signal begins so. */
    boolean shows(String signal) {
        return reset.verdict().evidence().stream().anyMatch(e -> e.signal().startsWith(signal));
    }

    Observation withWeight(double other) {
        return new Observation(corpus, together, flat, scenario, label, causes, truth, reset, other, window, ipId);
    }
}
