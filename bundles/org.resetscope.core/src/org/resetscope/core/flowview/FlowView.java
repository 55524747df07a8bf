package org.resetscope.core.flowview;

import java.util.List;
import java.util.Optional;

import org.resetscope.core.model.Capture;
import org.resetscope.core.model.FrameRef;

/**
 * A connection around one reset, as one capture has it.
 *
 * @param packets oldest first: the first few, the last few dozen before the reset, what the evidence names, and some after the reset;
 *        what is left out in between is told by {@link FlowPacket#skipped()}
 * @param more whether the capture may hold further segments after the last one
 */
public record FlowView(Capture capture, List<FlowPacket> packets, boolean more) {

    public FlowView {
        packets = List.copyOf(packets);
    }

    /** A segment of the view by its frame; empty where the view leaves it out. */
    public Optional<FlowPacket> find(FrameRef frame) {
        return packets.stream().filter(p -> p.frame().equals(frame)).findFirst();
    }
}
