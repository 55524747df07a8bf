package org.resetscope.core.internal.correlate;

import java.util.ArrayList;
import java.util.List;

import org.resetscope.core.decode.TcpPacket;

/** Finds what was kept of the flow that a packet of one capture belongs to: by its addresses and ports, and by when those were its. */
final class MemberTable<V> {

    private record Entry<V>(SurveyedFlow flow, V value) {
    }

    private final TupleTable<List<Entry<V>>> byTuple = new TupleTable<>();

    void put(SurveyedFlow flow, V value) {
        List<Entry<V>> same = byTuple.get(flow.tuple);
        if (same == null) {
            byTuple.put(flow.tuple, same = new ArrayList<>(1));
        }
        same.add(new Entry<>(flow, value));
    }

    /** Null where there is none. */
    V get(TcpPacket p, boolean fromLow, long frame) {
        List<Entry<V>> same = byTuple.get(p, fromLow);
        for (int i = 0; same != null && i < same.size(); i++) {
            SurveyedFlow flow = same.get(i).flow;
            if (flow.firstFrame <= frame && frame < flow.nextFrame) {
                return same.get(i).value;
            }
        }
        return null;
    }
}
