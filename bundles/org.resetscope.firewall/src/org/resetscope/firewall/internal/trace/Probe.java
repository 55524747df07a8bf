package org.resetscope.firewall.internal.trace;

import java.util.LinkedHashMap;
import java.util.Map;

import org.resetscope.core.configuration.UnclearQuestionException;
import org.resetscope.firewall.internal.model.TcpBits;

/**
 * A class of packets that can be followed.
 *
 * @param from who sends it unless the asker says otherwise
 * @param over whether it exceeds rates and numbers
 * @param content whether its payload is what rules look for
 */
record Probe(Kind kind, int flags, Fit fit, Before before, Side from, boolean over, boolean content) {

    /** What it belongs to. */
    enum Kind {
        /** A connection that is opened. */
        ATTEMPT,
        /** The same, with a source address that the machine routes elsewhere. */
        MISROUTED,
        /** A connection that is open. */
        OPEN,
        /** Nothing. */
        STRAY
    }

    /** What happened before it. */
    enum Before {
        NOTHING, CONNTRACK_FORGOT, CLIENT_CLOSED, CLOSED_BY_RESET
    }

    private static final int DATA = TcpBits.PSH | TcpBits.ACK;
    private static final Map<String, Probe> NAMED = new LinkedHashMap<>();

    static {
        put("syn", attempt(Kind.ATTEMPT, Before.NOTHING, false));
        put("connect-and-data", attempt(Kind.ATTEMPT, Before.NOTHING, false));
        put("syn-over-limit", attempt(Kind.ATTEMPT, Before.NOTHING, true));
        put("syn-from-misrouted-source", attempt(Kind.MISROUTED, Before.NOTHING, false));
        put("port-reuse-syn", attempt(Kind.ATTEMPT, Before.CLOSED_BY_RESET, false));
        put("in-order-data", open(DATA, Fit.IN_ORDER));
        put("over-window", open(DATA, Fit.OVER_WINDOW));
        put("below-window", open(DATA, Fit.BELOW_WINDOW));
        put("ack-over", open(DATA, Fit.ACK_OVER));
        put("in-window-reordered", open(DATA, Fit.REORDERED));
        put("bad-checksum", open(DATA, Fit.BAD_CHECKSUM));
        put("out-of-window-rst", open(TcpBits.RST, Fit.OVER_WINDOW));
        put("data-over-rate", new Probe(Kind.OPEN, DATA, Fit.IN_ORDER, Before.NOTHING, Side.CLIENT, true, false));
        put("data-matching-string", new Probe(Kind.OPEN, DATA, Fit.IN_ORDER, Before.NOTHING, Side.CLIENT, false, true));
        for (String event : new String[] { "conntrack-lost", "idle-expired", "half-closed-expired" }) {
            put(event + "-segment-from-client", forgotten(Side.CLIENT));
            put(event + "-segment-from-server", forgotten(Side.SERVER));
        }
    }

    private static void put(String name, Probe probe) {
        NAMED.put(name, probe);
    }

    private static Probe attempt(Kind kind, Before before, boolean over) {
        return new Probe(kind, TcpBits.SYN, Fit.IN_ORDER, before, Side.CLIENT, over, false);
    }

    private static Probe open(int flags, Fit fit) {
        return new Probe(Kind.OPEN, flags, fit, Before.NOTHING, Side.CLIENT, false, false);
    }

    private static Probe forgotten(Side from) {
        return new Probe(Kind.OPEN, DATA, Fit.IN_ORDER, Before.CONNTRACK_FORGOT, from, false, false);
    }

    static Probe named(String name) throws UnclearQuestionException {
        Probe probe = NAMED.get(name);
        if (probe != null) {
            return probe;
        }
        int dash = name.indexOf('-');
        int flags = dash < 0 ? -1 : flags(name.substring(dash + 1));
        if (flags >= 0 && name.startsWith("stray-")) {
            return new Probe(Kind.STRAY, flags, Fit.IN_ORDER, Before.NOTHING, Side.CLIENT, false, false);
        } else if (flags >= 0 && name.startsWith("late-")) {
            return new Probe(Kind.OPEN, flags, Fit.IN_ORDER, Before.CLIENT_CLOSED, Side.CLIENT, false, false);
        }
        throw new UnclearQuestionException("there is no packet class '" + name + "'; there are " + String.join(", ", NAMED.keySet())
                + ", stray-FLAGS and late-FLAGS (letters of SAFPUR, or none)");
    }

    /** @return -1 for other letters */
    private static int flags(String letters) {
        int flags = 0;
        if (letters.equals("none")) {
            return 0;
        }
        for (char c : letters.toCharArray()) {
            int bit = "FSRPAU".indexOf(c);
            if (bit < 0) {
                return -1;
            }
            flags |= 1 << bit;
        }
        return letters.isEmpty() ? -1 : flags;
    }
}
