package org.resetscope.osgi.tests;

import java.util.List;

import org.resetscope.core.detect.Detector;
import org.resetscope.core.detect.Dossier;
import org.resetscope.core.model.Evidence;

/** Does not come back from resets whose client is known and cannot be interrupted, until the test is over; copied into a bundle of its own by the test. */
public class HangingDetector implements Detector {

    @Override
    public List<Evidence> examine(Dossier dossier) {
        while (!dossier.flow().inferred() && System.getProperty("resetscope.test.release") == null) {
            Thread.onSpinWait();
        }
        return List.of();
    }
}
