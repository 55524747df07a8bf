package org.resetscope.firewall.internal.replay;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.resetscope.core.configuration.ReplayAnswer;
import org.resetscope.core.model.Causes;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.FrameRef;
import org.resetscope.core.model.RuleReference;
import org.resetscope.firewall.internal.evaluate.Journey;
import org.resetscope.firewall.internal.model.CtState;
import org.resetscope.firewall.internal.model.Source;
import org.resetscope.firewall.internal.model.TcpBits;

/** Explanations as evidence, in words and weights. */
final class Statements {

    private static final String DETECTOR = "firewall-replay";

    // decibans; that form, trigger and rule agree by chance is very unlikely, that an unknown condition holds is not
    private static final int MUST = 20;
    private static final int MAY = 10;
    private static final int FORGOTTEN = 6;
    private static final int CAUSE = 12;
    private static final int AGAINST = -10;

    private final String capture;

    Statements(String capture) {
        this.capture = capture;
    }

    /** Null where there is nothing to say. */
    ReplayAnswer of(Explanation e) {
        return switch (e.kind()) {
            case MUST -> explained(e, MUST, "");
            case MAY -> explained(e, MAY, may(e));
            case FORGOTTEN -> explained(e, FORGOTTEN, " if the firewall had forgotten the connection (restarted, its table flushed or full);"
                    + " as far as this capture shows, it knew it still");
            case ACCEPTED -> against("No rule of the firewall rejects the segment that this reset answers (" + state(e) + "): another made it, "
                    + "or this capture does not show what the firewall saw.", List.of(new FrameRef(capture, e.trigger().frame())));
            case NO_TRIGGER -> against("The firewall's rules do not explain this reset: it is not built as the answer of REJECT to any segment"
                    + " just before it.", List.of());
            case SILENT -> null;
        };
    }

    private static String may(Explanation e) {
        return e.ruling().conditions().isEmpty() ? " depending on what this capture does not tell (interfaces, or the connection's history)"
                : " if this holds: " + String.join("; ", e.ruling().conditions());
    }

    private ReplayAnswer explained(Explanation e, int weight, String condition) {
        Source place = e.ruling().reject().source();
        FrameRef trigger = new FrameRef(capture, e.trigger().frame());
        RuleReference rule = new RuleReference(place.file(), place.line(), place.text(), trigger);
        boolean between = e.journey() == Journey.FORWARD;
        Map<String, Integer> decibans = new LinkedHashMap<>();
        decibans.put(between ? Evidence.INTERMEDIARY : Evidence.CLAIMED, weight);
        decibans.put(between ? cause(e) : Causes.REFUSED, Math.min(CAUSE, weight));
        String text = place.file() + " line " + place.line() + " (" + place.text().strip() + ") answers the segment before it with just such a"
                + " reset" + condition + ": " + state(e) + ".";
        Evidence evidence = new Evidence(DETECTOR, "replay", text, decibans, List.of(trigger));
        return new ReplayAnswer(List.of(evidence), between ? rule : null, between ? null : rule);
    }

    private static ReplayAnswer against(String text, List<FrameRef> frames) {
        Map<String, Integer> decibans = List.of(Causes.REJECT, Causes.INVALID, Causes.DEVICE_STATE_LOST, Causes.CONTENT).stream()
                .collect(Collectors.toMap(c -> c, c -> AGAINST));
        return new ReplayAnswer(List.of(new Evidence(DETECTOR, "replay", text, decibans, frames)), null, null);
    }

    private static String cause(Explanation e) {
        CtState state = e.tracked().state();
        if (e.ruling().content()) {
            return Causes.CONTENT;
        } else if (e.kind() == Explanation.Kind.FORGOTTEN) {
            return Causes.DEVICE_STATE_LOST;
        } else if (e.tracked().expired()) {
            return Causes.DEVICE_STATE_EXPIRED;
        } else if (state == CtState.INVALID) {
            return Causes.INVALID;
        }
        return state == CtState.NEW && !e.trigger().has(TcpBits.SYN) ? Causes.DEVICE_STATE_LOST : Causes.REJECT;
    }

    private static String state(Explanation e) {
        String why = e.tracked().why();
        return "to connection tracking it is " + e.tracked().state() + (why == null ? "" : ", since " + why);
    }
}
