package org.resetscope.osgi.tests;

import java.util.List;

import org.resetscope.core.detect.Detector;
import org.resetscope.core.detect.Dossier;
import org.resetscope.core.model.Evidence;

/** What a careless plug-in ships; copied into a bundle of its own by the test. */
public class BrokenDetector implements Detector {

    @Override
    public List<Evidence> examine(Dossier dossier) {
        throw new IllegalStateException("never tested");
    }
}
