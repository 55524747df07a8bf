package org.resetscope.vendors.internal;

import java.util.List;

import org.resetscope.core.detect.Detector;
import org.resetscope.core.detect.Dossier;
import org.resetscope.core.detect.Finding;
import org.resetscope.core.model.Evidence;

/** Resets in which an F5 BIG-IP says why it sent them. */
public final class BigIpDetector implements Detector {

    /** Nobody else writes such a payload; outweighs what the form of the reset says, which is RST,ACK whatever the reason. */
    private static final int DECLARED = 60;
    /** A BIG-IP mostly ends connections itself, in the name of its virtual server. */
    private static final int MOSTLY_AN_ENDPOINT = 6;

    @Override
    public List<Evidence> examine(Dossier d) {
        BigIpMessage message = BigIpMessage.of(d.payload());
        if (message == null) {
            return List.of();
        }
        BigIpReason reason = BigIpReason.of(message);
        Finding finding = new Finding("f5-big-ip", "form").claimed(MOSTLY_AN_ENDPOINT).on(d, d.reset());
        if (reason != null) {
            reason.causes(message.peer()).forEach(cause -> finding.cause(cause, DECLARED));
        }
        return finding.says("An F5 BIG-IP built this reset and says why: \"" + message.reason() + "\""
                + (message.peer() ? ", on the connection at its other side" : "") + " (place in its software: " + message.place() + ").");
    }
}
