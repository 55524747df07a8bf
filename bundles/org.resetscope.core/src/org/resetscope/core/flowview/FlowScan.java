package org.resetscope.core.flowview;

import org.resetscope.core.decode.TcpPacket;
import org.resetscope.core.model.Capture;
import org.resetscope.core.model.Reset;

/** Shows a visitor the connection of a reset, and no other of the same addresses and ports. */
final class FlowScan implements FlowTaker {

    private final FlowVisitor visitor;
    private final Sides sides;
    private final long resetNanos;
    private boolean any;
    private boolean passed;
    private boolean done;

    FlowScan(Capture capture, Reset reset, FlowVisitor visitor) {
        this.visitor = visitor;
        this.sides = new Sides(capture.id());
        this.resetNanos = reset.packets().stream().filter(p -> p.frame().capture().equals(capture.id())).findFirst()
                .orElse(reset.packets().get(0)).time().nanos();
    }

    @Override
    public void take(TcpPacket p, boolean fromClient, long frame, long nanos) {
        if (done) {
            return;
        }
        if (sides.otherConnection(p, fromClient)) {
            if (passed) {
                done = true;
                return;
            }
            sides.forget();
            visitor.forget();
        }
        any = true;
        passed |= nanos >= resetNanos;
        visitor.segment(sides.segment(p, fromClient, frame, nanos, false));
    }

    /** Whether it has seen a segment. */
    boolean any() {
        return any;
    }

    @Override
    public boolean done() {
        return done;
    }
}
