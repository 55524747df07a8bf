package org.resetscope.core.internal.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.resetscope.core.model.Causes;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Sender;

/**
 * Which resets of a connection are consequences of an earlier one: a host whose connection a reset has ended answers what still arrives
 * with resets of its own, and who cuts a connection tells both ends, and more than once.
 */
public final class Consequences {

    private Consequences() {
    }

    /** @param resets in the order of time, with their ids */
    public static List<Reset> name(List<Reset> resets) {
        Map<String, List<Reset>> earlier = new HashMap<>();
        List<Reset> named = new ArrayList<>(resets.size());
        for (Reset r : resets) {
            List<Reset> before = earlier.computeIfAbsent(r.incident(), i -> new ArrayList<>(1));
            Reset known = r.withPrimary(before.stream().filter(e -> led(e, r)).findFirst().map(e -> e.primary() == null ? e.id() : e.primary())
                    .orElse(null));
            before.add(known);
            named.add(known);
        }
        return named;
    }

    private static boolean led(Reset earlier, Reset r) {
        if (r.verdict().sender() == Sender.INTERMEDIARY) {
            return earlier.verdict().sender() == Sender.INTERMEDIARY;
        }
        boolean answers = Causes.within(r.verdict().cause(), Causes.LATE_DATA) || Causes.within(r.verdict().cause(), Causes.UNEXPECTED_SYNACK)
                || r.phase() == Reset.Phase.CLOSED && r.form() == Reset.Form.ANSWER_TO_ACK;
        boolean endedIt = earlier.claimedSender() != r.claimedSender() ? !Boolean.FALSE.equals(earlier.verdict().effective())
                : earlier.verdict().sender() == r.verdict().sender();
        return answers && endedIt;
    }
}
