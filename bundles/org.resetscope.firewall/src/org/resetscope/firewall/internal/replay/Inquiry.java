package org.resetscope.firewall.internal.replay;

import java.util.List;

import org.resetscope.firewall.internal.conntrack.Tracked;
import org.resetscope.firewall.internal.evaluate.Journey;
import org.resetscope.firewall.internal.model.CtState;
import org.resetscope.firewall.internal.model.TcpBits;

/** Looks for the rule that made a reset. */
final class Inquiry {

    private final Rules rules;
    private final boolean atHost;

    /** @param atHost whether the capture is one of a host itself: what passes a firewall elsewhere is not all there */
    Inquiry(Rules rules, boolean atHost) {
        this.rules = rules;
        this.atHost = atHost;
    }

    /** @param triggers segments that the reset may answer, the newest first */
    Explanation about(List<Passing> triggers, boolean segments) {
        if (triggers.isEmpty()) {
            return new Explanation(null, null, null, Ruling.UNKNOWN, atHost || !segments ? Explanation.Kind.SILENT : Explanation.Kind.NO_TRIGGER);
        }
        Explanation best = null;
        for (Passing trigger : triggers) {
            for (Journey journey : rules.journeys()) {
                Explanation e = about(trigger, journey);
                best = best == null || e.kind().compareTo(best.kind()) < 0 ? e : best;
            }
        }
        return best;
    }

    private Explanation about(Passing trigger, Journey journey) {
        Ruling ruling = rules.ask(trigger, journey);
        if (ruling.reject() != null) {
            boolean certain = ruling.certain() && rules.journeys().size() == 1 && certainState(trigger, journey, ruling);
            return new Explanation(trigger, trigger.tracked(), journey, ruling, certain ? Explanation.Kind.MUST : Explanation.Kind.MAY);
        }
        if (!trigger.has(TcpBits.SYN)) {
            Tracked forgotten = new Tracked(trigger.has(TcpBits.FIN) ? CtState.INVALID : CtState.NEW, false, !trigger.has(TcpBits.FIN),
                    "the machine had forgotten its connection", true);
            Ruling then = rules.ask(trigger.as(forgotten), journey);
            if (then.reject() != null && then.certain()) {
                return new Explanation(trigger, forgotten, journey, then, Explanation.Kind.FORGOTTEN);
            }
        }
        return new Explanation(trigger, trigger.tracked(), null, ruling,
                ruling.certain() && !atHost ? Explanation.Kind.ACCEPTED : Explanation.Kind.SILENT);
    }

    /** A connection that is older than the capture may be known to the machine. */
    private boolean certainState(Passing trigger, Journey journey, Ruling ruling) {
        Tracked t = trigger.tracked();
        if (t.state() != CtState.NEW || trigger.has(TcpBits.SYN) || t.expired()) {
            return true;
        }
        Ruling known = rules.ask(trigger.as(new Tracked(CtState.ESTABLISHED, false, true, null, false)), journey);
        return known.certain() && known.reject() == ruling.reject();
    }
}
