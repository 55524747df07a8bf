package org.resetscope.firewall.internal.replay;

import java.util.ArrayList;
import java.util.List;

import org.resetscope.core.configuration.Circumstances;
import org.resetscope.core.configuration.ReplayAnswer;
import org.resetscope.core.decode.Checksums;
import org.resetscope.core.decode.TcpPacket;
import org.resetscope.core.model.FrameRef;
import org.resetscope.firewall.internal.conntrack.TrackingSettings;
import org.resetscope.firewall.internal.evaluate.Journey;
import org.resetscope.firewall.internal.model.CtState;
import org.resetscope.firewall.internal.model.Ruleset;
import org.resetscope.firewall.internal.model.TcpBits;

/**
 * A firewall, shown one captured segment after the other: connection tracking and rules. A reset that a rule makes follows the segment it
 * answers within the time to the firewall and back.
 */
final class Firewall {

    /** From a segment to the reset that answers it, at most: the way to the firewall and back. */
    private static final long ANSWER_NANOS = 500_000_000;
    /** Comparisons of segments with rules: about half a minute for each of both purposes. */
    private static final long MOST_WORK = 300_000_000;

    private final TrackingSettings settings;
    private final Tracker tracker;
    private final Contents contents;
    private final Rules rules;
    private final Inquiry inquiry;
    private final int recent;
    private long goodChecksums;
    private long openingWork;
    private long resetWork;

    /**
     * @param circumstances the settings of the kernel
     * @param atHost whether it is shown what a host sees, which a firewall elsewhere does not all see
     * @param recent how many segments between two endpoints may be on their way to the firewall, at most
     */
    Firewall(Ruleset ruleset, Circumstances circumstances, boolean atHost, int recent) {
        this.recent = recent;
        this.settings = TrackingSettings.of(circumstances);
        this.tracker = new Tracker(settings);
        this.contents = new Contents(ruleset);
        this.rules = new Rules(ruleset, contents);
        this.inquiry = new Inquiry(rules, atHost);
    }

    /** A segment as it came, or, where that was not seen, as it went. */
    Passing passing(TcpPacket p, FrameRef frame, long nanos, Passing.Onward onward) {
        return Passing.of(p, frame, nanos, !badChecksum(p), contents.find(p), onward);
    }

    /** In a capture whose checksums are mostly wrong, somebody has rewritten its packets since: that tells nothing. */
    private boolean badChecksum(TcpPacket p) {
        if (!settings.checksums()) {
            return false;
        }
        boolean bad = Checksums.verify(p) == TcpPacket.Checksum.BAD;
        goodChecksums += bad ? -1 : 1;
        return bad && goodChecksums > 0;
    }

    /** The addresses with which a segment came that was seen only as it went on. */
    Passing arrived(Passing p) {
        return p.from(tracker.arrival(p.tuple()));
    }

    /**
     * Shows it a segment that comes.
     *
     * @return null where it is the same packet as before, seen once more
     */
    Tracking see(Passing p) {
        Tracking tracking = tracker.look(p);
        if (tracking == null) {
            return null;
        }
        if (tracking.state() == CtState.NEW) {
            tracker.confirm(p.onward() == null && refused(p, tracking));
        }
        if (!p.has(TcpBits.RST)) {
            tracker.flow(p.tuple()).keep(new Recent(p, tracking), ANSWER_NANOS, recent);
        }
        return tracking;
    }

    /** Whether the rules are known to refuse a segment, whatever the machine is to it. */
    private boolean refused(Passing packet, Tracking tracking) {
        openingWork += rules.cost();
        if (openingWork > MOST_WORK) {
            return false;
        }
        for (Journey journey : rules.journeys(packet, true)) {
            if (rules.ask(packet, tracking, journey).passes()) {
                return false;
            }
        }
        return true;
    }

    /** Which rule made a reset that goes out; null where there is nothing to say. */
    ReplayAnswer explain(Passing reset) {
        if (!rules.concern(reset.family())) {
            return null;
        }
        Flow flow = tracker.flow(reset.tuple());
        List<Recent> triggers = new ArrayList<>(2);
        Recent passed = null;
        for (Recent one : flow.recent()) {
            if (reset.nanos() - one.packet().nanos() <= ANSWER_NANOS && one.packet().answeredBy(reset)) {
                if (one.packet().onward() == null) {
                    triggers.add(one);
                } else if (passed == null) {
                    passed = one;
                }
            }
        }
        resetWork += rules.cost() * triggers.size();
        Explanation explanation = resetWork > MOST_WORK ? Explanation.SILENT
                : triggers.isEmpty() && passed != null ? Explanation.passed(passed) : inquiry.about(reset, triggers);
        if (explanation.ruling().reject() != null && explanation.kind() != Explanation.Kind.FORGOTTEN) {
            if (explanation.kind() == Explanation.Kind.MUST) {
                flow.answered(explanation.trigger());
            }
            if (explanation.tracking().connected()) {
                tracker.reset(explanation.trigger().tuple(), reset.nanos());
            }
        }
        return Statements.of(explanation);
    }

    /** What was left out and why, or null. */
    String gap() {
        return Math.max(openingWork, resetWork) <= MOST_WORK ? null
                : "so many connections and rules are there that only some were held against the rules";
    }
}
