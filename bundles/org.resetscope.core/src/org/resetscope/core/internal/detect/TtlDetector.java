package org.resetscope.core.internal.detect;

import static org.resetscope.core.decode.TcpPacket.ACK;

import java.util.List;

import org.resetscope.core.detect.Detector;
import org.resetscope.core.detect.Dossier;
import org.resetscope.core.detect.Finding;
import org.resetscope.core.detect.Side;
import org.resetscope.core.model.Evidence;

/**
 * Compares the reset's TTL with that of the claimed sender's other packets. A device between starts its packets at another place, so
 * their TTL differs unless it was copied; where both ends have the same TTL, equality says nothing.
 */
public final class TtlDetector implements Detector {

    /**
     * Equal-cost paths differ by so much, as often one way as the other; but a device between that starts with the host's initial TTL is
     * nearer than the host, so that its TTL is the higher one.
     */
    private static final int PATH_VARIATION = 2;

    @Override
    public List<Evidence> examine(Dossier d) {
        Side claimed = d.claimed();
        int ttl = d.reset().ttl();
        if (claimed.segments() == 0) {
            return byHabit(d, ttl);
        }
        if (ttl >= claimed.ttlMin() && ttl <= claimed.ttlMax()) {
            if (claimed.ttlMin() != claimed.ttlMax() && claimed.ttlLast() != ttl) {
                return List.of();
            }
            return telling(d, ttl) ? finding(d, "same").says("Its TTL " + ttl + " is that of the " + d.claimedName() + "'s other packets.")
                    : finding(d, "same-for-all").says("Its TTL " + ttl + " is that of all packets here, of either side: it cannot tell them apart.");
        }
        int off = Math.min(Math.abs(ttl - claimed.ttlMin()), Math.abs(ttl - claimed.ttlMax()));
        String text = "Its TTL is " + ttl + ", all " + claimed.segments() + " other packets of the " + d.claimedName() + " had "
                + (claimed.ttlMin() == claimed.ttlMax() ? claimed.ttlMin() + "" : claimed.ttlMin() + " to " + claimed.ttlMax())
                + ": it started at another place.";
        if (answersSynAck(d)) {
            return finding(d, "differs-from-syn").says(text + " A raw-socket scanner's SYN and its kernel's reset differ like this too.");
        }
        return finding(d, off <= PATH_VARIATION ? ttl > claimed.ttlMax() ? "differs-little-nearer" : "differs-little"
                : claimed.segments() >= 2 ? "differs" : "differs-from-one").says(text);
    }

    /** No earlier packet on this connection: the host's other connections are the measure. */
    private static List<Evidence> byHabit(Dossier d, int ttl) {
        int usual = d.claimedHost().usualTtl();
        if (usual < 0) {
            return List.of();
        }
        long flows = d.claimedHost().flows();
        if (usual != ttl) {
            String signal = Math.abs(usual - ttl) <= PATH_VARIATION ? ttl > usual ? "unusual-little-nearer" : "unusual-little"
                    : flows >= 3 ? "unusual" : "unusual-for-few";
            return finding(d, signal).says("Its TTL is " + ttl + ", but on " + others(flows)
                    + " the " + d.claimedName() + "'s packets have " + usual + ".");
        }
        return telling(d, ttl) ? finding(d, "usual").says("Its TTL " + ttl + " is what the " + d.claimedName() + " has on " + others(flows)
                + ".") : List.of();
    }

    private static String others(long flows) {
        return flows + (flows == 1 ? " other connection" : " other connections");
    }

    /** The SYN,ACK itself may be missing in the capture. */
    private static boolean answersSynAck(Dossier d) {
        boolean onlySyn = d.claimed().segments() == 1 && d.claimed().synSeen();
        return onlySyn && (d.trigger() != null ? d.trigger().isSynAck() : !d.reset().has(ACK) && d.reset().seq() == d.claimed().nextSeq());
    }

    private static Finding finding(Dossier d, String signal) {
        return Finding.of("ttl." + signal).on(d, d.reset());
    }

    private static boolean telling(Dossier d, int ttl) {
        return d.receiver().segments() == 0 || d.receiver().ttlMax() != ttl;
    }
}
