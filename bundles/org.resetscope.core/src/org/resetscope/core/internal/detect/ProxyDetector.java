package org.resetscope.core.internal.detect;

import java.util.List;

import org.resetscope.core.detect.Detector;
import org.resetscope.core.detect.Dossier;
import org.resetscope.core.detect.Finding;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.Reset.Form;

/** A server that accepts and aborts without ever sending a byte may be a proxy whose upstream failed. */
public final class ProxyDetector implements Detector {

    @Override
    public List<Evidence> examine(Dossier d) {
        boolean mute = !d.claimedIsClient() && d.form() == Form.ABORT && d.claimed().dataSegments() == 0 && d.claimed().synSeen();
        if (!mute) {
            return List.of();
        }
        return Finding.of("proxy.mute-server").on(d, d.reset())
                .says("The server accepted the connection and aborts it without having sent a byte, as a proxy does whose upstream fails.");
    }
}
