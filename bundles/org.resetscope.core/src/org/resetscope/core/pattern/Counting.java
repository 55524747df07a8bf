package org.resetscope.core.pattern;

import java.util.HashMap;
import java.util.Map;

import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Sender;
import org.resetscope.core.model.Timestamp;

/** Makes a {@link Tally}. There may be one for each of a million hosts, so it starts small. */
final class Counting {

    private int resets;
    private int incidents;
    private final int[] senders = new int[Sender.values().length];
    private String cause;
    private int ofCause;
    /** Of the other causes; null while there is only one. */
    private Map<String, Integer> others;
    private Timestamp first;
    private Timestamp last;

    /** @param begins whether it is the first of its incident */
    void add(Reset reset, boolean begins) {
        resets++;
        incidents += begins ? 1 : 0;
        senders[reset.verdict().sender().ordinal()]++;
        count(reset.verdict().cause());
        Timestamp time = reset.packets().get(0).time();
        first = first == null || time.compareTo(first) < 0 ? time : first;
        last = last == null || time.compareTo(last) > 0 ? time : last;
    }

    private void count(String id) {
        if (cause == null || cause.equals(id)) {
            cause = id;
            ofCause++;
            return;
        }
        others = others == null ? new HashMap<>() : others;
        int count = others.merge(id, 1, Integer::sum);
        if (count > ofCause) {
            others.remove(id);
            others.put(cause, ofCause);
            cause = id;
            ofCause = count;
        }
    }

    int resets() {
        return resets;
    }

    Tally tally() {
        return new Tally(resets, incidents, senders[Sender.CLIENT.ordinal()], senders[Sender.SERVER.ordinal()],
                senders[Sender.INTERMEDIARY.ordinal()], senders[Sender.UNDETERMINED.ordinal()], cause, ofCause, first, last);
    }
}
