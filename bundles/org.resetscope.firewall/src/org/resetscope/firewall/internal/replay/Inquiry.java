package org.resetscope.firewall.internal.replay;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.resetscope.core.detect.Side;
import org.resetscope.firewall.internal.evaluate.Journey;
import org.resetscope.firewall.internal.model.CtState;
import org.resetscope.firewall.internal.model.TcpBits;
import org.resetscope.firewall.internal.replay.Explanation.Kind;

/** Looks for the rule that made a reset. */
final class Inquiry {

    private final Rules rules;
    private final boolean atHost;

    /** @param atHost whether the capture is one of a host itself: what passes a firewall elsewhere is not all there */
    Inquiry(Rules rules, boolean atHost) {
        this.rules = rules;
        this.atHost = atHost;
    }

    /**
     * Of the ways to explain it, the best.
     *
     * @param triggers segments that the reset may answer, the newest first
     */
    Explanation about(Passing reset, List<Recent> triggers) {
        boolean near = Side.hops(reset.ttl()) == 0;
        Explanation best = atHost ? Explanation.SILENT : Explanation.NO_TRIGGER;
        for (Recent trigger : triggers) {
            Set<Journey> journeys = trigger.tracking().forwarded() != null ? EnumSet.of(Journey.FORWARD)
                    : rules.journeys(trigger.packet(), near);
            for (Journey journey : journeys) {
                Explanation e = about(trigger, journey, journeys.size() == 1);
                best = best.trigger() == null || e.kind().compareTo(best.kind()) < 0 ? e : best;
            }
        }
        return best;
    }

    private Explanation about(Recent recent, Journey journey, boolean onlyWay) {
        Passing trigger = recent.packet();
        Ruling ruling = rules.ask(trigger, recent.tracking(), journey);
        if (ruling.reject() != null) {
            boolean certain = ruling.certain() && onlyWay && sureOfState(recent, journey, ruling);
            return new Explanation(certain ? Kind.MUST : Kind.MAY, trigger, recent.tracking(), journey, ruling);
        }
        if (!trigger.has(TcpBits.SYN) && recent.tracking().connected()) {
            Tracking forgotten = Tracking.forgotten(trigger, recent.tracking());
            Ruling then = rules.ask(trigger, forgotten, journey);
            if (then.reject() != null && then.certain()) {
                return new Explanation(Kind.FORGOTTEN, trigger, forgotten, journey, then);
            }
        }
        if (rules.translate() && !trigger.has(TcpBits.SYN)) {
            return new Explanation(ownStack(recent) ? Kind.OWN_STACK : Kind.SILENT, trigger, recent.tracking(), null, ruling);
        }
        return new Explanation(ruling.certain() && !atHost ? Kind.ACCEPTED : Kind.SILENT, trigger, recent.tracking(), null, ruling);
    }

    /** What comes to an address that stands for others, and belongs to no connection that is known, comes to the machine itself. */
    private boolean ownStack(Recent recent) {
        return recent.tracking().past() == Tracking.Past.EXPIRED_FOR_REPLY
                && rules.ask(recent.packet(), recent.tracking(), Journey.IN).passes();
    }

    /** A connection that is older than the capture may be known to the machine: then the rules must do the same with it. */
    private boolean sureOfState(Recent recent, Journey journey, Ruling ruling) {
        Tracking t = recent.tracking();
        boolean takenUp = t.state() == CtState.NEW && !recent.packet().has(TcpBits.SYN) && !t.expired();
        return !takenUp || rules.ask(recent.packet(), Tracking.known(t), journey).reject() == ruling.reject();
    }
}
