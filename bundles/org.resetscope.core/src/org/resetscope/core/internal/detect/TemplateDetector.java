package org.resetscope.core.internal.detect;

import static org.resetscope.core.decode.TcpPacket.ACK;

import java.util.List;

import org.resetscope.core.detect.Detector;
import org.resetscope.core.detect.Dossier;
import org.resetscope.core.detect.Finding;
import org.resetscope.core.detect.Segment;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.Reset.Form;

/**
 * An answer without a socket is built from scratch. Linux hosts and netfilter's REJECT build the same bytes: window 0, no options, and in
 * IPv4 IP-ID 0 with DF (tcp_v4_send_reset, nf_reject; measured). Other stacks and the tools of forgers have templates of their own, but nobody
 * who has no connection offers a window.
 */
public final class TemplateDetector implements Detector {

    @Override
    public List<Evidence> examine(Dossier d) {
        Segment r = d.reset();
        boolean fromScratch = d.form() == Form.ANSWER_TO_ACK || d.form() == Form.ANSWER_TO_SYN || !r.has(ACK);
        if (!fromScratch) {
            return List.of();
        }
        if (r.window() != 0) {
            return Finding.of("template.window").on(d, r).says("A reset of this form answers without a connection, but it offers a window of "
                    + r.window() + ", as only a connection has one: it was copied together.");
        }
        if (d.ipVersion() != 4) {
            return List.of();
        }
        boolean linux = r.optionsLength() == 0 && r.ipId() == 0 && r.dontFragment();
        return linux ? Finding.of("template.linux").on(d, r)
                .says("It is built as Linux and netfilter build an answer without a socket: window 0, no options, IP-ID 0, not to be fragmented.")
                : Finding.of("template.other").on(d, r)
                        .says("It is not built as Linux and netfilter build an answer without a socket: window 0"
                                + (r.optionsLength() > 0 ? ", with options" : "") + ", IP-ID " + r.ipId()
                                + (r.dontFragment() ? "." : ", may be fragmented."));
    }
}
