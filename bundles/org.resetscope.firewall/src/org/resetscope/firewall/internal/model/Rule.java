package org.resetscope.firewall.internal.model;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Conditions, all of which must hold, and what then happens.
 *
 * @param atoms those that are decided at once come first, opaque ones last; the order means nothing
 * @param target place of the effect in the text ("-j DROP")
 */
public record Rule(List<Atom> atoms, Effect effect, Source source, Source target) {

    public Rule {
        List<Atom> sorted = new ArrayList<>(atoms);
        sorted.sort((a, b) -> Integer.compare(cost(a), cost(b)));
        atoms = List.copyOf(sorted);
    }

    private static int cost(Atom atom) {
        return atom instanceof Atom.Opaque ? 2 : atom instanceof Atom.Field ? 1 : 0;
    }

    /** The conntrack states it asks for, or all where it does not ask. */
    public Set<CtState> states() {
        Set<CtState> states = EnumSet.allOf(CtState.class);
        for (Atom atom : atoms) {
            if (atom instanceof Atom.State state) {
                states.retainAll(state.states());
            }
        }
        return states;
    }
}
