package org.resetscope.firewall.internal.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.resetscope.core.configuration.Circumstances;
import org.resetscope.core.configuration.Replay;
import org.resetscope.core.configuration.ReplayAnswer;
import org.resetscope.core.configuration.ReplayRequest;
import org.resetscope.core.configuration.ReplaySummary;
import org.resetscope.core.decode.Checksums;
import org.resetscope.core.decode.TcpPacket;
import org.resetscope.firewall.internal.conntrack.TrackingSettings;
import org.resetscope.firewall.internal.evaluate.Journey;
import org.resetscope.firewall.internal.model.CtState;
import org.resetscope.firewall.internal.model.Ruleset;
import org.resetscope.firewall.internal.model.TcpBits;

/**
 * The packets of a capture, run through connection tracking and the rules. A capture shows what arrives at the firewall on one side, and
 * what it lets pass from the other; a reset that a rule makes follows the segment it answers within the time to the firewall and back.
 */
public final class NetfilterReplay implements Replay {

    /** From a segment to the reset that answers it, at most: the way to the firewall and back. */
    private static final long ANSWER_NANOS = 500_000_000;
    private static final int MOST_TOLD = 100;
    /** Comparisons of segments with rules: about half a minute for each of both purposes. */
    private static final long MOST_WORK = 300_000_000;

    private final ReplayRequest request;
    private final TrackingSettings settings;
    private final Tracker tracker;
    private final Contents contents;
    private final Rules rules;
    private final Inquiry inquiry;
    private final Statements statements;
    private final Map<Long, ReplayAnswer> answers = new HashMap<>();
    private final List<ReplaySummary.Frame> invalidFrames = new ArrayList<>();
    private long goodChecksums;
    private long packets;
    private long invalid;
    private long openingWork;
    private long resetWork;

    /** @param circumstances the settings of the kernel */
    public NetfilterReplay(Ruleset ruleset, Circumstances circumstances, ReplayRequest request) {
        this.request = request;
        this.settings = TrackingSettings.of(circumstances);
        this.tracker = new Tracker(settings);
        this.contents = new Contents(ruleset);
        this.rules = new Rules(ruleset, contents);
        this.inquiry = new Inquiry(rules, atHost());
        this.statements = new Statements(request.capture());
    }

    /** At a host's own capture a device between shows only half of what it sees. */
    private boolean atHost() {
        String point = request.point() == null ? "" : request.point().toLowerCase(Locale.ROOT);
        return point.equals("client") || point.equals("server");
    }

    @Override
    public void take(TcpPacket p, long frame, long nanos) {
        Passing packet = Passing.of(p, frame, nanos, !badChecksum(p), contents.find(p));
        Tracking tracking = tracker.look(packet);
        if (tracking == null) {
            return;
        }
        packets++;
        if (tracking.state() == CtState.NEW) {
            tracker.confirm(refused(packet, tracking));
        } else if (tracking.state() == CtState.INVALID) {
            invalid++;
            if (invalidFrames.size() < MOST_TOLD) {
                invalidFrames.add(new ReplaySummary.Frame(frame, tracking.why()));
            }
        }
        if (!packet.has(TcpBits.RST)) {
            tracker.flow().keep(new Recent(packet, tracking), ANSWER_NANOS);
        } else if (request.resets().test(frame) && rules.concern(packet.family())) {
            explain(packet);
        }
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

    private void explain(Passing reset) {
        List<Recent> triggers = new ArrayList<>(2);
        for (Recent recent : tracker.flow().recent()) {
            if (reset.nanos() - recent.packet().nanos() <= ANSWER_NANOS && recent.packet().answeredBy(reset)) {
                triggers.add(recent);
            }
        }
        resetWork += rules.cost() * triggers.size();
        Explanation explanation = resetWork > MOST_WORK ? Explanation.SILENT : inquiry.about(reset, triggers);
        if (explanation.kind() == Explanation.Kind.MUST) {
            tracker.flow().answered(explanation.trigger());
            if (explanation.tracking().connected()) {
                tracker.reset(explanation.trigger().tuple(), reset.nanos());
            }
        }
        ReplayAnswer answer = statements.of(explanation);
        if (answer != null) {
            answers.put(reset.frame(), answer);
        }
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

    @Override
    public ReplayAnswer answer(long frame) {
        return answers.get(frame);
    }

    @Override
    public ReplaySummary summary() {
        String gap = Math.max(openingWork, resetWork) <= MOST_WORK ? null
                : "so many connections and rules are there that only some were held against the rules";
        return new ReplaySummary(request.capture(), "", packets, invalid, invalidFrames, gap);
    }
}
