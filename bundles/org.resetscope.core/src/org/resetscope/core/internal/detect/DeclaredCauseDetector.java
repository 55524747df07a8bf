package org.resetscope.core.internal.detect;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.resetscope.core.detect.Detector;
import org.resetscope.core.detect.Dossier;
import org.resetscope.core.detect.Finding;
import org.resetscope.core.model.Evidence;

/** Resets that say themselves why they were sent: draft-ietf-tcpm-rst-diagnostic-payload, and MP_TCPRST (RFC 8684, 3.6). */
public final class DeclaredCauseDetector implements Detector {

    private static final int DIAGNOSTIC = 0x33aa;
    private static final int FREE_TEXT = 0xf317;
    private static final int MPTCP = 30;
    private static final int MP_TCPRST = 8;

    private static final List<String> CODES = List.of("?", "illegal option", "desynchronised state", "new data after CLOSE",
            "ABORT by the application", "unexpected ACK", "SYN in window", "unexpected security compartment", "malformed message",
            "not authorised", "resource exceeded", "network failure", "reset received from the peer", "destination unreachable",
            "connection time-out");
    private static final Map<Integer, String> SIGNALS = Map.of(3, "data-after-close", 4, "abort", 5, "unexpected-ack", 11, "upstream",
            12, "upstream", 13, "upstream", 14, "time-out");
    private static final List<String> SUBFLOW = List.of("unspecified error", "MPTCP specific error", "lack of resources",
            "administratively prohibited", "too much outstanding data", "unacceptable performance", "middlebox interference");

    @Override
    public List<Evidence> examine(Dossier d) {
        byte[] p = d.payload();
        if (p.length >= 4 && word(p, 0) == DIAGNOSTIC) {
            int code = word(p, 2);
            return finding(d, SIGNALS.getOrDefault(code, "other")).says("The reset itself gives its reason (diagnostic payload): code " + code
                    + (code < CODES.size() ? ", " + CODES.get(code) : "") + ".");
        }
        if (p.length > 2 && word(p, 0) == FREE_TEXT) {
            return finding(d, "other").says("The reset itself gives its reason: \"" + printable(p, 2) + "\".");
        }
        return subflow(d);
    }

    private static List<Evidence> subflow(Dossier d) {
        byte[] o = d.options();
        for (int i = 0; i + 1 < o.length && o[i] != 0;) {
            int length = o[i] == 1 ? 1 : o[i + 1] & 0xff;
            if (length == 0 || length == 1 && o[i] != 1) {
                break;
            }
            if (o[i] == MPTCP && length >= 4 && i + 3 < o.length && (o[i + 2] & 0xff) >>> 4 == MP_TCPRST) {
                int reason = o[i + 3] & 0xff;
                return finding(d, "subflow").says("It ends one MPTCP subflow and says why: "
                        + (reason < SUBFLOW.size() ? SUBFLOW.get(reason) : "code " + reason) + ".");
            }
            i += length;
        }
        return List.of();
    }

    private static Finding finding(Dossier d, String signal) {
        return Finding.of("declared-cause." + signal).on(d, d.reset());
    }

    private static int word(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }

    private static String printable(byte[] bytes, int from) {
        return new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8).replaceAll("\\p{C}", "?");
    }
}
