package org.resetscope.firewall.internal.fix;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.resetscope.firewall.internal.model.Atom;
import org.resetscope.firewall.internal.model.CtState;
import org.resetscope.firewall.internal.model.Dimension;
import org.resetscope.firewall.internal.model.IntervalSet;
import org.resetscope.firewall.internal.model.TcpBits;

/** A remedy's conditions by what they are about. */
record Conditions(Map<Dimension, IntervalSet> fields, List<Atom.Flags> flags, Set<CtState> states) {

    private static final Map<Integer, String> FLAGS = Map.of(TcpBits.FIN, "fin", TcpBits.SYN, "syn", TcpBits.RST, "rst", TcpBits.PSH, "psh",
            TcpBits.ACK, "ack", TcpBits.URG, "urg");

    static Conditions of(Remedy remedy) {
        Map<Dimension, IntervalSet> fields = new EnumMap<>(Dimension.class);
        List<Atom.Flags> flags = new ArrayList<>();
        Set<CtState> states = Set.of();
        for (Atom atom : remedy.atoms()) {
            if (atom instanceof Atom.Field field) {
                fields.merge(field.dimension(), field.values(), IntervalSet::intersect);
            } else if (atom instanceof Atom.Flags f) {
                flags.add(f);
            } else if (atom instanceof Atom.State state) {
                states = state.states();
            }
        }
        return new Conditions(fields, flags, states);
    }

    /** Whether ports or flags are asked for, which TCP alone has here. */
    boolean tcp() {
        return !flags.isEmpty() || fields.containsKey(Dimension.SOURCE_PORT) || fields.containsKey(Dimension.DESTINATION_PORT)
                || IntervalSet.of(6, 6).equals(fields.get(Dimension.PROTOCOL));
    }

    /** States in some order of preference, as people write them. */
    List<String> states(CtState... order) {
        List<String> names = new ArrayList<>();
        for (CtState state : order) {
            if (states.contains(state)) {
                names.add(state.name());
            }
        }
        return names;
    }

    /** Names of the flags that are set in a mask. */
    static List<String> names(int mask) {
        List<String> names = new ArrayList<>();
        for (int bit = 1; bit <= TcpBits.URG; bit <<= 1) {
            if ((mask & bit) != 0) {
                names.add(FLAGS.get(bit));
            }
        }
        return names;
    }
}
