package org.resetscope.vendors.internal;

import static org.resetscope.core.decode.TcpPacket.ACK;

import java.util.List;

import org.resetscope.core.detect.Detector;
import org.resetscope.core.detect.Dossier;
import org.resetscope.core.detect.Finding;
import org.resetscope.core.detect.Segment;
import org.resetscope.core.model.Evidence;

/**
 * Resets of a Citrix ADC (NetScaler), which tells the reason in the window field. A window can have such a value by chance, so it is
 * believed only in a bare reset (no options, no payload) and only where it is nobody's real window: a socket's reset repeats its last
 * window (74 of 76 measured), and a forger may copy that of either side.
 */
public final class CitrixAdcDetector implements Detector {

    /** 15 codes of 65,536 windows, and 80 % of all resets have the window 0: 1 in 20,000, some 40 decibans. */
    private static final int WITHOUT_ACK = 41;
    /** With ACK most resets have a window, and the last one need not have been captured. */
    private static final int WITH_ACK = 25;
    /** An ADC mostly ends connections itself, in the name of its virtual server. */
    private static final int MOSTLY_AN_ENDPOINT = 6;

    @Override
    public List<Evidence> examine(Dossier d) {
        Segment reset = d.reset();
        CitrixAdcCode code = CitrixAdcCode.of(reset.window());
        boolean bare = reset.optionsComplete() && reset.optionsLength() == 0 && reset.payloadLength() == 0;
        if (code == null || !bare || realWindow(d)) {
            return List.of();
        }
        int weight = reset.has(ACK) ? WITH_ACK : WITHOUT_ACK;
        Finding finding = new Finding("citrix-adc", "form").claimed(MOSTLY_AN_ENDPOINT).on(d, reset);
        code.causes().forEach(cause -> finding.cause(cause, weight));
        return finding.says("Its window field is " + code.window() + ", which a Citrix ADC (NetScaler) writes into a reset to say: "
                + code.meaning() + "." + (code.passedOn() ? " The author is the host behind it." : ""));
    }

    /** Whether one of the two sides has used this window. */
    private static boolean realWindow(Dossier d) {
        int window = d.reset().window();
        return d.before().stream().anyMatch(s -> s.window() == window) || d.claimed().segments() > 0 && d.claimed().window() == window
                || d.receiver().segments() > 0 && d.receiver().window() == window;
    }
}
