package org.resetscope.core.configuration;

import java.util.List;

import org.resetscope.core.decode.TcpPacket;
import org.resetscope.core.extension.Contribution;

/** A plug-in's replay: one that fails is silent from then on. */
final class GuardedReplay implements Replay {

    private final Contribution<ConfigurationFormat> format;
    private final Replay replay;
    private final ReplaySummary nothing;

    GuardedReplay(Contribution<ConfigurationFormat> format, Replay replay, String capture, String device) {
        this.format = format;
        this.replay = replay;
        this.nothing = new ReplaySummary(capture, device, 0, 0, List.of(), null);
    }

    @Override
    public void take(TcpPacket packet, long frame, long nanos) {
        format.call(f -> {
            replay.take(packet, frame, nanos);
            return null;
        }, null);
    }

    @Override
    public ReplayAnswer answer(long frame) {
        return format.call(f -> replay.answer(frame), null);
    }

    @Override
    public ReplaySummary summary() {
        ReplaySummary its = format.call(f -> replay.summary(), nothing);
        return new ReplaySummary(nothing.capture(), nothing.device(), its.packets(), its.invalid(), its.frames(), its.gap());
    }
}
