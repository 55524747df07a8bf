package org.resetscope.firewall.internal.replay;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.resetscope.core.configuration.ReplayAnswer;
import org.resetscope.core.model.Causes;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.FrameRef;
import org.resetscope.core.model.RuleReference;
import org.resetscope.firewall.internal.evaluate.Journey;
import org.resetscope.firewall.internal.model.CtState;
import org.resetscope.firewall.internal.model.Source;
import org.resetscope.firewall.internal.model.TcpBits;
import org.resetscope.firewall.internal.replay.Explanation.Kind;

/** Explanations as evidence, in words and weights. */
final class Statements {

    private static final String DETECTOR = "firewall-replay";
    /** What a rule can be the cause of. */
    private static final List<String> CAUSES = List.of(Causes.REJECT, Causes.INVALID, Causes.DEVICE_STATE_LOST, Causes.CONTENT);

    // decibans: that form, trigger and rule agree by chance is very unlikely, that an unknown condition holds is not
    private static final int MUST = 20;
    private static final int MAY = 10;
    private static final int CAUSE = 12;
    private static final int EXPIRED = 10;
    // a capture may be made elsewhere than its owner thinks
    private static final int AGAINST = -8;
    private static final int NO_TRIGGER = -5;

    private Statements() {
    }

    /** Null where there is nothing to say. */
    static ReplayAnswer of(Explanation e) {
        return switch (e.kind()) {
            case MUST, MAY, FORGOTTEN -> explained(e);
            case ACCEPTED -> against(AGAINST, "No rule of the firewall rejects the segment that this reset answers: " + state(e)
                    + ". Something else made it, or what the firewall saw was not captured.", List.of(e.trigger().frame()));
            case PASSED -> against(AGAINST, "No rule of the firewall rejected the segment that this reset answers: it went on beyond the"
                    + " firewall.", List.of(e.trigger().frame(), e.trigger().onward().frame()));
            case OWN_STACK -> new ReplayAnswer(List.of(new Evidence(DETECTOR, "replay", "The firewall translates sources, and "
                    + e.tracking().why() + ": the segment before this reset came to the firewall's own address, and its own TCP stack, which"
                    + " knows no such connection, answers so. No rule does.", Map.of(Causes.DEVICE_STATE_EXPIRED, EXPIRED), List.of(e.trigger().frame()))),
                    null, null, null);
            case NO_TRIGGER -> against(NO_TRIGGER, "The firewall's rules do not explain this reset: it is not what REJECT would answer to any"
                    + " segment just before it.", List.of());
            case SILENT -> null;
        };
    }

    private static ReplayAnswer explained(Explanation e) {
        Source place = e.ruling().reject().source();
        RuleReference rule = new RuleReference(place.file(), place.line(), place.text().strip(), e.trigger().frame());
        boolean between = e.journey() == Journey.FORWARD;
        String text = place.file() + " line " + place.line() + " (" + rule.text() + ") answers the segment before it with just such a reset"
                + condition(e) + ": " + state(e) + ".";
        Evidence evidence = new Evidence(DETECTOR, "replay", text, weights(e, between), List.of(rule.trigger()));
        return new ReplayAnswer(List.of(evidence), between ? rule : null, between ? null : rule,
                e.kind() == Kind.FORGOTTEN ? Causes.DEVICE_STATE_LOST : null);
    }

    private static String condition(Explanation e) {
        return switch (e.kind()) {
            case MUST -> "";
            case FORGOTTEN -> ", if the firewall had forgotten the connection (restarted, its table flushed or full), which it knew still by all"
                    + " that was captured";
            default -> e.ruling().conditions().isEmpty()
                    ? ", depending on what was not captured (interfaces, or how the connection began)"
                    : ", if this is so: " + String.join("; ", e.ruling().conditions());
        };
    }

    private static Map<String, Integer> weights(Explanation e, boolean between) {
        Map<String, Integer> decibans = new LinkedHashMap<>();
        if (e.kind() == Kind.FORGOTTEN) {
            // whether it was a device at all is for others to tell; but if so, the rules leave this cause only
            CAUSES.forEach(c -> decibans.put(c, AGAINST));
            decibans.put(Causes.DEVICE_STATE_EXPIRED, AGAINST);
            decibans.put(Causes.DEVICE_STATE_LOST, 0);
            return decibans;
        }
        int weight = e.kind() == Kind.MUST ? MUST : MAY;
        if (between && e.kind() == Kind.MUST) {
            CAUSES.forEach(c -> decibans.put(c, AGAINST));
        }
        decibans.put(between ? Evidence.INTERMEDIARY : Evidence.CLAIMED, weight);
        decibans.put(between ? cause(e) : Causes.REFUSED, Math.min(CAUSE, weight));
        return decibans;
    }

    private static ReplayAnswer against(int weight, String text, List<FrameRef> frames) {
        Map<String, Integer> decibans = new LinkedHashMap<>();
        CAUSES.forEach(c -> decibans.put(c, weight));
        return new ReplayAnswer(List.of(new Evidence(DETECTOR, "replay", text, decibans, frames)), null, null, null);
    }

    private static String cause(Explanation e) {
        CtState state = e.tracking().state();
        if (e.ruling().content()) {
            return Causes.CONTENT;
        } else if (e.tracking().expired()) {
            return Causes.DEVICE_STATE_EXPIRED;
        } else if (state == CtState.INVALID) {
            return Causes.INVALID;
        }
        return state == CtState.NEW && !e.trigger().has(TcpBits.SYN) ? Causes.DEVICE_STATE_LOST : Causes.REJECT;
    }

    private static String state(Explanation e) {
        String why = e.tracking().why();
        return "for connection tracking it is " + e.tracking().state() + (why == null ? "" : ", for " + why);
    }
}
