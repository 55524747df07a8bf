package org.resetscope.visual.internal.ladder;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.resetscope.core.flowview.FlowPacket;
import org.resetscope.core.model.FrameRef;

/** One packet on its way past the capture points. Its time is that of the first one it passed: whatever answers it comes later. */
final class Transit {

    private final FlowPacket[] at;
    private long nanos;

    /** @param nanos when, on the clock that all captures have in common */
    Transit(int points, int point, FlowPacket packet, long nanos) {
        at = new FlowPacket[points];
        at[point] = packet;
        this.nanos = nanos;
    }

    void seen(int point, FlowPacket packet, long when) {
        at[point] = packet;
        nanos = Math.min(nanos, when);
    }

    boolean seenAt(int point) {
        return at[point] != null;
    }

    FlowPacket at(int point) {
        return at[point];
    }

    long nanos() {
        return nanos;
    }

    /** As the first capture that has it saw it. */
    FlowPacket packet() {
        return at[firstPoint()];
    }

    int firstPoint() {
        return IntStream.range(0, at.length).filter(this::seenAt).findFirst().orElseThrow();
    }

    boolean is(FrameRef frame) {
        return frame != null && Arrays.stream(at).anyMatch(p -> p != null && p.frame().equals(frame));
    }
}
