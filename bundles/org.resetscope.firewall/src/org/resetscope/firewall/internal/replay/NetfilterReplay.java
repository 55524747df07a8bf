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
import org.resetscope.core.model.FrameRef;
import org.resetscope.firewall.internal.model.CtState;
import org.resetscope.firewall.internal.model.Ruleset;
import org.resetscope.firewall.internal.model.TcpBits;

/** One capture, which shows what arrives at the firewall on one side, and what it lets pass from the other. */
public final class NetfilterReplay implements Replay {

    private static final int MOST_TOLD = 100;
    /** It is shown all flows of a capture, so that memory counts. */
    private static final int RECENT = 8;

    private final ReplayRequest request;
    private final Firewall firewall;
    private final Map<Long, ReplayAnswer> answers = new HashMap<>();
    private final List<ReplaySummary.Frame> invalidFrames = new ArrayList<>();
    private long packets;
    private long invalid;

    /** @param circumstances the settings of the kernel */
    public NetfilterReplay(Ruleset ruleset, Circumstances circumstances, ReplayRequest request) {
        this.request = request;
        this.firewall = new Firewall(ruleset, circumstances, atHost(), RECENT);
    }

    /** At a host's own capture a device between shows only half of what it sees. */
    private boolean atHost() {
        String point = request.point() == null ? "" : request.point().toLowerCase(Locale.ROOT);
        return point.equals("client") || point.equals("server");
    }

    @Override
    public void take(TcpPacket p, long frame, long nanos) {
        Passing packet = firewall.passing(p, new FrameRef(request.capture(), frame), nanos, null);
        Tracking tracking = firewall.see(packet);
        if (tracking == null) {
            return;
        }
        packets++;
        if (tracking.state() == CtState.INVALID) {
            invalid++;
            if (invalidFrames.size() < MOST_TOLD) {
                invalidFrames.add(new ReplaySummary.Frame(frame, tracking.why()));
            }
        }
        if (packet.has(TcpBits.RST) && request.resets().test(frame)) {
            ReplayAnswer answer = firewall.explain(packet);
            if (answer != null) {
                answers.put(frame, answer);
            }
        }
    }

    @Override
    public ReplayAnswer answer(long frame) {
        return answers.get(frame);
    }

    @Override
    public ReplaySummary summary() {
        return new ReplaySummary(request.capture(), "", packets, invalid, invalidFrames, firewall.gap());
    }
}
