package org.resetscope.calibration;

import java.util.Set;

import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Sender;

/**
 * One reset as one capture point saw it, with its true origin.
 *
 * @param family scenarios of one kind, held out together in cross-validation
 * @param label the lab's word for the cause; causes: the product's ids that answer it
 * @param weight in learning; observations of one scenario and label are alike
 * @param window raw field of the reset; ipId -1: IPv6
 */
record Observation(String corpus, String scenario, String family, String point, long frame, String label, Set<String> causes, Sender truth,
        Reset reset, double weight, int window, int ipId) {

    Observation withWeight(double other) {
        return new Observation(corpus, scenario, family, point, frame, label, causes, truth, reset, other, window, ipId);
    }

    boolean claimedIsClient() {
        return reset.claimedSender() == Sender.CLIENT;
    }
}
