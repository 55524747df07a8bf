package org.resetscope.core.internal.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.resetscope.core.Analysis;
import org.resetscope.core.detect.Durations;
import org.resetscope.core.device.IdleTimeout;
import org.resetscope.core.model.Causes;
import org.resetscope.core.pattern.Patterns;
import org.resetscope.core.pattern.Periodicity;
import org.resetscope.core.pattern.SameSilence;
import org.resetscope.core.pattern.Subject.Scope;
import org.resetscope.core.pattern.Tables;
import org.resetscope.core.pattern.Tally;
import org.resetscope.core.pattern.TimeoutBounds;

/** How the reports for people word patterns; plain text, not yet escaped for any format. */
final class PatternWords {

    /** One reset is no pattern. */
    private static final int LEAST_RESETS = 2;
    private static final double NANOS = 1e9;
    /** A silence that is shorter than this share of the period does not make it. */
    private static final double SHORT = 0.8;
    private static final double RAREST = 1e-9;

    private PatternWords() {
    }

    /** Null where there is nothing to say. */
    static Patterns of(Analysis analysis) {
        return analysis.resets().size() < LEAST_RESETS ? null : Patterns.of(analysis);
    }

    /** What comes back, how often, and by which timer. */
    static String period(Periodicity p) {
        return "Every " + seconds(p.nanos()) + " (spread " + seconds(p.spreadNanos()) + "): " + p.subject().words() + ", "
                + Words.count(p.events(), "time") + (p.resets() > p.events() ? " with " + Words.count(p.resets(), "reset") : "") + " from "
                + Words.time(p.first()) + " to " + Words.time(p.last()) + " UTC"
                + (p.missing() > 0 ? ", " + p.missing() + " missing in between" : "") + ". " + timer(p) + chance(p.chance());
    }

    private static String timer(Periodicity p) {
        if (p.idleNanos() == null) {
            return p.timeout() == null ? "" : "So long is the default idle time-out of " + p.timeout().names() + round(p.timeout())
                    + "; no silence before these resets shows that it is one. ";
        }
        if (p.idleNanos() == 0) {
            return "They refuse connections: it is the client that comes back after that time. ";
        }
        String silent = "The connections had been silent for " + seconds(p.idleNanos());
        if (p.idleNanos() < SHORT * p.nanos()) {
            return silent + ": the period is not that of an idle timer. ";
        }
        return silent + ": an idle timer" + (p.timeout() == null ? ". "
                : "; " + p.timeout().value() + " is the default of " + p.timeout().names() + round(p.timeout()) + ". ");
    }

    private static String round(IdleTimeout timeout) {
        return timeout.round() ? " (a round number, which applications use too)" : "";
    }

    /** Who waited, how long, and for which timer. */
    static String silence(SameSilence s) {
        String length = seconds(s.nanos()) + " (" + seconds(s.leastNanos()) + " to " + seconds(s.mostNanos()) + ")";
        String which = Words.count(s.incidents(), "connection") + (s.of() > s.incidents() ? " of " + s.of() + " that were silent" : "")
                + (s.subject().scope() == Scope.ALL ? "" : ", " + s.subject().words()) + (s.halfClosed() ? ", closed by one side" : "");
        if (s.endedBySender()) {
            return "After " + length + " of silence: " + which + ", ended by the sender of the reset: one timer. "
                    + (s.timeout() == null ? ""
                            : s.timeout().value() + " is the default idle time-out of " + s.timeout().names() + round(s.timeout()) + ". ")
                    + chance(s.chance());
        }
        return "After " + length + " of silence: " + which + ", where the next packet met the reset. "
                + (s.keepalive() == null ? "The other side comes back after that time; "
                        : s.keepalive().value() + " is the keepalive interval of " + s.keepalive().names() + "; ")
                + "what had forgotten the connection has a shorter timer"
                + (s.timeout() == null ? ". " : ", as by default " + s.timeout().value() + " of " + s.timeout().names() + ". ")
                + chance(s.chance());
    }

    /** How long what forgot connections keeps them. */
    static String timeout(TimeoutBounds b) {
        String length = b.length() ? "about " + seconds(b.middleNanos()) + " (more than " + seconds(b.longerNanos()) + ", at most " + seconds(b.mostNanos()) + ")"
                : (b.longerNanos() == 0 ? "" : "more than " + seconds(b.longerNanos()) + " and ") + "at most " + seconds(b.mostNanos());
        return "What forgot " + Words.count(b.incidents(), "connection") + (b.subject().scope() == Scope.ALL ? "" : " of " + b.subject().words())
                + " keeps them for " + length + ", if it is one device: so long a silence "
                + (b.longerNanos() == 0 ? "was not survived." : "was survived, and was not.")
                + (b.timeout() == null ? "" : " In between lies " + b.timeout().value() + ", the default of " + b.timeout().names() + round(b.timeout()) + ".");
    }

    /** Never rounds to certainty. */
    private static String chance(double chance) {
        long of = Math.round(Math.pow(10, Math.floor(-Math.log10(Math.max(RAREST, chance)))));
        return String.format(Locale.ROOT, "By chance in less than one of %,d captures.", of);
    }

    static String seconds(long nanos) {
        double seconds = nanos / NANOS;
        String text = String.format(Locale.ROOT, seconds < 10 ? "%.2f s" : "%.1f s", seconds);
        return seconds < 600 ? text : text + " = " + Durations.text(nanos);
    }

    static String host(Tables.Host h) {
        List<String> parts = new ArrayList<>();
        add(parts, h.sent(), "sent");
        add(parts, h.forged(), "forged in its name");
        add(parts, h.undecided(), "undecided in its name");
        add(parts, h.received(), "received");
        return h.address() + ": " + String.join(", ", parts) + mostly(h.tally());
    }

    private static void add(List<String> parts, int count, String what) {
        if (count > 0) {
            parts.add(String.format(Locale.ROOT, "%,d %s", count, what));
        }
    }

    static String service(Tables.Service s) {
        return s.server() + ": " + Words.count(s.tally().resets(), "reset") + ", " + Words.count(s.clients(), "client") + mostly(s.tally());
    }

    private static String mostly(Tally tally) {
        return "; mostly " + Causes.title(tally.cause());
    }
}
