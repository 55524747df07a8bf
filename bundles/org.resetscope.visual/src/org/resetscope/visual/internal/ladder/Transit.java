package org.resetscope.visual.internal.ladder;

import java.util.Arrays;
import java.util.Objects;

import org.resetscope.core.flowview.FlowPacket;
import org.resetscope.core.model.FrameRef;

/** One packet on its way past the capture points. */
final class Transit {

    private final FlowPacket[] at;
    private final long nanos;

    /** @param nanos when, on the clock of the first capture */
    Transit(int points, int point, FlowPacket packet, long nanos) {
        at = new FlowPacket[points];
        at[point] = packet;
        this.nanos = nanos;
    }

    void seen(int point, FlowPacket packet) {
        at[point] = packet;
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
        return Arrays.stream(at).filter(Objects::nonNull).findFirst().orElseThrow();
    }

    boolean is(FrameRef frame) {
        return frame != null && Arrays.stream(at).anyMatch(p -> p != null && p.frame().equals(frame));
    }
}
