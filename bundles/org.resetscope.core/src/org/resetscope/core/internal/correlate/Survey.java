package org.resetscope.core.internal.correlate;

import java.util.ArrayList;
import java.util.List;

import org.resetscope.core.decode.TcpPacket;
import org.resetscope.core.internal.flow.Ends;

/** The connections that one capture shows, and when it was listening. Memory is bounded: flows beyond the budget are counted only. */
public final class Survey implements PointReader.Sink {

    private static final int MOST_FLOWS = 300_000;
    /** What a connection takes at each point, with all that is made of it when it is looked for at the others. */
    private static final long BYTES_PER_FLOW = 1_600;

    private final int capture;
    private final int most;
    private final List<SurveyedFlow> flows = new ArrayList<>();
    private final TupleTable<SurveyedFlow> latest = new TupleTable<>();
    private final Activity activity = new Activity();
    private int digits = 9;
    private long left;

    /**
     * @param capture its place among the points
     * @param points how many are compared: they share the memory
     */
    public Survey(int capture, int points) {
        this.capture = capture;
        this.most = (int) Math.min(MOST_FLOWS, Runtime.getRuntime().maxMemory() / BYTES_PER_FLOW / points);
    }

    @Override
    public void listening(long nanos) {
        activity.at(nanos);
    }

    @Override
    public void take(TcpPacket p, long frame, long nanos, int fractionDigits) {
        digits = Math.min(digits, fractionDigits);
        boolean fromLow = Ends.fromLow(p);
        SurveyedFlow flow = latest.get(p, fromLow);
        if (flow == null || flow.endsWith(p, fromLow)) {
            if (flows.size() >= most) {
                left += flow == null ? 1 : 0;
                return;
            }
            if (flow != null) {
                flow.nextFrame = frame;
            }
            flow = new SurveyedFlow(capture, Tuple.of(p), frame, nanos);
            flows.add(flow);
            latest.put(flow.tuple, flow);
        }
        flow.take(p, fromLow, nanos);
    }

    List<SurveyedFlow> flows() {
        return flows;
    }

    Activity activity() {
        return activity;
    }

    /** Of the coarsest clock among the capture's interfaces. */
    long precisionNanos() {
        return (long) Math.pow(10, 9 - digits);
    }

    /** Packets of connections that were too many to keep. */
    long left() {
        return left;
    }
}
