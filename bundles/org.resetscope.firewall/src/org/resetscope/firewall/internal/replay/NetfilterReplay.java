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
import org.resetscope.core.decode.TcpPacket;
import org.resetscope.firewall.internal.conntrack.Kernel;
import org.resetscope.firewall.internal.conntrack.Tracked;
import org.resetscope.firewall.internal.conntrack.Tracker;
import org.resetscope.firewall.internal.evaluate.Journey;
import org.resetscope.firewall.internal.model.CtState;
import org.resetscope.firewall.internal.model.Ruleset;

/**
 * The packets of a capture, run through conntrack and the rules. A capture shows what arrives at the firewall on one side and what it
 * lets pass from the other; a reset that a rule makes follows the segment it answers within the time to the firewall and back.
 */
public final class NetfilterReplay implements Replay {

    /** From a segment to the reset that answers it, at most: the way to the firewall and back. */
    private static final long ANSWER_NANOS = 500_000_000;
    private static final int MOST_TOLD = 100;

    private final ReplayRequest request;
    private final Tracker<Passing> tracker;
    private final Contents contents;
    private final Rules rules;
    private final Statements statements;
    private final Map<Long, ReplayAnswer> answers = new HashMap<>();
    private final List<ReplaySummary.Frame> invalidFrames = new ArrayList<>();
    private long packets;
    private long invalid;

    /** @param circumstances the settings of the kernel */
    public NetfilterReplay(Ruleset ruleset, Circumstances circumstances, ReplayRequest request) {
        Kernel kernel = new Kernel(circumstances);
        this.request = request;
        this.tracker = new Tracker<>(kernel);
        this.contents = new Contents(ruleset);
        this.rules = new Rules(ruleset, contents);
        this.statements = new Statements(request.capture());
    }

    @Override
    public void take(TcpPacket p, long frame, long nanos) {
        Tracked tracked = tracker.look(p, nanos);
        if (tracked == null) {
            return;
        }
        packets++;
        Passing passing = Passing.of(p, frame, nanos, tracked, contents.find(p));
        if (tracked.state() == CtState.NEW) {
            tracker.confirm(refused(passing));
        } else if (tracked.state() == CtState.INVALID) {
            invalid++;
            if (invalidFrames.size() < MOST_TOLD) {
                invalidFrames.add(new ReplaySummary.Frame(frame, tracked.why()));
            }
        }
        if (!p.has(TcpPacket.RST)) {
            tracker.flow().keep(passing);
        } else if (request.resets().test(frame) && rules.concern(passing.family())) {
            Explanation explanation = new Inquiry(rules, atHost()).about(candidates(p, nanos), tracker.flow().hasRecent());
            if (explanation.explained() && explanation.tracked().entry()) {
                tracker.reset(nanos);
            }
            ReplayAnswer answer = statements.of(explanation);
            if (answer != null) {
                answers.put(frame, answer);
            }
        }
    }

    /** The segments that a reset may answer as REJECT would, the newest first. */
    private List<Passing> candidates(TcpPacket reset, long nanos) {
        List<Passing> candidates = new ArrayList<>(2);
        for (Passing p : tracker.flow().recent()) {
            if (nanos - p.nanos() <= ANSWER_NANOS && p.facing(reset) && p.answeredBy(reset)) {
                candidates.add(p);
            }
        }
        return candidates;
    }

    /** Whether the rules are known to refuse a segment, whatever the machine is to it. */
    private boolean refused(Passing p) {
        for (Journey journey : rules.journeys()) {
            if (rules.ask(p, journey).passes()) {
                return false;
            }
        }
        return true;
    }

    /** At a host's own capture a device between shows only half of what it sees. */
    private boolean atHost() {
        String point = request.point() == null ? "" : request.point().toLowerCase(Locale.ROOT);
        return point.equals("client") || point.equals("server");
    }

    @Override
    public ReplayAnswer answer(long frame) {
        return answers.get(frame);
    }

    @Override
    public ReplaySummary summary() {
        return new ReplaySummary(request.capture(), "", packets, invalid, invalidFrames);
    }
}
