package org.resetscope.core.internal.detect;

import java.util.List;

import org.resetscope.core.detect.Detector;
import org.resetscope.core.detect.Dossier;
import org.resetscope.core.detect.Finding;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.Reset.Form;

/** A connection opened and aborted without a byte: a health check that only wants to know whether the port answers. */
public final class ProbeDetector implements Detector {

    @Override
    public List<Evidence> examine(Dossier d) {
        boolean empty = d.claimed().dataSegments() == 0 && d.receiver().dataSegments() == 0 && d.claimed().synSeen() && d.receiver().synSeen();
        if (!d.claimedIsClient() || d.form() != Form.ABORT || !empty || d.claimed().finSent() || d.receiver().finSent()) {
            return List.of();
        }
        return Finding.of("probe.empty").on(d, d.reset())
                .says("The client opened the connection and reset it without a byte in either direction.");
    }
}
