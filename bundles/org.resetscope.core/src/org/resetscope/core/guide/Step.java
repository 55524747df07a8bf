package org.resetscope.core.guide;

import java.util.Locale;

/** The steps, in the order in which they usually decide. */
public enum Step {
    /** Capture on one host. */
    HERE("Capture here", "A capture on one host shows the resets, and nearly always who sent them. Start it, let it run until connections were"
            + " reset, and end it with Ctrl+C."),
    /** Capture on the other at the same time. */
    THERE("Capture there, at the same time", "What one end did not send, but the other received, was made in between: captures of both ends decide"
            + " what one leaves open. Let both run while a connection is reset. Their clocks need not agree."),
    /** Hold the captures against the rules of firewalls. */
    RULES("Fetch the rules of the firewalls", "The captured packets are replayed through the rules; the rule that made a reset is named, with its"
            + " line. Fetch them from each firewall that the packets pass, also from the hosts themselves."),
    /** Say which router, NAT or load balancer is in the path. */
    ROUTER("Name the router", "Resets after a silence come from timers. Those of many routers, NATs and load balancers are known, and where"
            + " they are set."),
    /** Join the logs of the ends. */
    LOGS("Fetch the logs of the ends", "Programs and kernels often log why they ended a connection. Lines about the same connections become"
            + " evidence."),
    /** Change settings, and watch whether resets still come. */
    CURE("Change what is to be changed, and watch", "Where a timer is to blame, settings that would have prevented the resets are computed"
            + " from the capture. Watch afterwards whether they still come.");

    private final String title;
    private final String reason;

    Step(String title, String reason) {
        this.title = title;
        this.reason = reason;
    }

    /** A few words, an imperative. */
    public String title() {
        return title;
    }

    /** Why it helps; a sentence or two. */
    public String reason() {
        return reason;
    }

    /** Lower case, as on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
