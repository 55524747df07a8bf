package org.resetscope.firewall.internal.evaluate;

import java.util.ArrayList;
import java.util.List;

import org.resetscope.firewall.internal.model.Atom;
import org.resetscope.firewall.internal.model.Dimension;
import org.resetscope.firewall.internal.model.Hook;
import org.resetscope.firewall.internal.model.IntervalSet;
import org.resetscope.firewall.internal.model.Interfaces;
import org.resetscope.firewall.internal.model.Rule;

/** Divides packets into those that match a rule and those that do not. */
final class Matcher {

    private final Oracle oracle;

    Matcher(Oracle oracle) {
        this.oracle = oracle;
    }

    /**
     * Both parts.
     *
     * @param matching null where there are none
     * @param certain whether all those of matching are known to match
     */
    record Division(Packets matching, boolean certain, List<Packets> others) {
    }

    Division divide(Packets packets, Rule rule, Hook hook) {
        Packets matching = packets;
        boolean certain = true;
        List<Packets> others = List.of();
        for (Atom atom : rule.atoms()) {
            Boolean decided = decide(atom, matching, hook);
            if (Boolean.TRUE.equals(decided)) {
                continue;
            }
            if (others.isEmpty()) {
                others = new ArrayList<>(2);
            }
            if (Boolean.FALSE.equals(decided)) {
                others.add(matching);
                return new Division(null, true, others);
            }
            if (atom instanceof Atom.Field field) {
                Dimension dimension = field.dimension();
                IntervalSet here = matching.region().get(dimension);
                others.add(here.size() + field.values().size() > Region.MOST_PIECES ? matching.inexact()
                        : matching.at(matching.region().with(dimension, here.minus(field.values()))));
                matching = matching.at(matching.region().with(dimension, here.intersect(field.values())));
            } else {
                String key = key(atom);
                boolean holds = !(atom instanceof Atom.Opaque opaque && opaque.negated());
                others.add(matching.assuming(key, !holds));
                matching = matching.assuming(key, holds);
                certain = false;
            }
        }
        return new Division(matching, certain, others);
    }

    /** @return null where some packets fulfil it and others may not */
    private Boolean decide(Atom atom, Packets packets, Hook hook) {
        if (atom instanceof Atom.State state) {
            return state.states().contains(packets.state());
        }
        if (atom instanceof Atom.Flags flags) {
            return flags(flags, packets);
        }
        if (atom instanceof Atom.Field field) {
            return field(field, packets, hook);
        }
        return opaque((Atom.Opaque) atom, packets, hook);
    }

    private static Boolean flags(Atom.Flags wanted, Packets packets) {
        PacketKind kind = packets.kind();
        boolean contradicted = ((kind.flags() ^ wanted.value()) & wanted.mask() & kind.knownFlags()) != 0 || (wanted.value() & ~wanted.mask()) != 0;
        if (contradicted || (wanted.mask() & ~kind.knownFlags()) == 0) {
            return contradicted == wanted.negated();
        }
        Boolean assumed = packets.assumed().get(key(wanted));
        return assumed == null ? null : assumed != wanted.negated();
    }

    /** Where a packet has no such interface yet, or no more, the kernel compares with an empty name. */
    private static Boolean field(Atom.Field field, Packets packets, Hook hook) {
        boolean absent = field.dimension() == Dimension.OUT && (hook == Hook.INGRESS || hook == Hook.PREROUTING || hook == Hook.INPUT)
                || field.dimension() == Dimension.IN && (hook == Hook.OUTPUT || hook == Hook.POSTROUTING);
        IntervalSet here = absent ? Interfaces.NONE : packets.region().get(field.dimension());
        IntervalSet both = here.intersect(field.values());
        return both.isEmpty() ? Boolean.FALSE : both.equals(here) ? Boolean.TRUE : null;
    }

    private Boolean opaque(Atom.Opaque opaque, Packets packets, Hook hook) {
        if (opaque.withoutConnection() != null && !PacketKind.connected(packets.state())) {
            return opaque.withoutConnection();
        }
        Boolean answer = packets.assumed().get(opaque.key());
        if (answer == null) {
            answer = oracle.answer(opaque, packets, hook);
        }
        return answer == null ? null : answer != opaque.negated();
    }

    private static String key(Atom atom) {
        return atom instanceof Atom.Opaque opaque ? opaque.key()
                : "flags " + ((Atom.Flags) atom).mask() + "/" + ((Atom.Flags) atom).value();
    }
}
