package org.resetscope.firewall.internal.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.resetscope.firewall.internal.model.Atom;
import org.resetscope.firewall.internal.model.CtState;

/**
 * One -m conntrack or -m state. Where conntrack has no connection for the packet, the kernel looks at the state alone, and a match
 * without a state fails (xt_conntrack.c).
 */
final class ConntrackModule {

    private record Unread(String option, String values, boolean negated) {
    }

    private final boolean old;
    private final List<Unread> others = new ArrayList<>();
    private List<String> states;
    private boolean statesNegated;

    /** @param old whether it is -m state, which knows no translated connections */
    ConntrackModule(boolean old) {
        this.old = old;
    }

    /** @return what is wrong with it, or null */
    String option(boolean negated, String option, String values) {
        String upper = values.toUpperCase(Locale.ROOT);
        if (!option.equals("--ctstate") && !option.equals("--state")) {
            others.add(new Unread(option, upper, negated));
            return null;
        }
        states = new ArrayList<>(Arrays.asList(upper.split(",")));
        statesNegated = negated;
        List<String> plain = new ArrayList<>(states);
        if (!old) {
            plain.removeAll(List.of("SNAT", "DNAT"));
        }
        return Values.states(plain) == null ? "there is no such state: " + values + "; the condition is taken to be unknown" : null;
    }

    void addTo(RuleDraft rule) {
        if (states != null) {
            addStates(rule);
        }
        for (Unread other : others) {
            rule.opaque("conntrack " + other.option + " " + other.values, kind(other), other.negated, states != null);
        }
    }

    private void addStates(RuleDraft rule) {
        List<Atom> translated = new ArrayList<>();
        if (states.remove("SNAT")) {
            translated.add(new Atom.Opaque("conntrack SNAT", Atom.Kind.TRANSLATED_SOURCE, statesNegated, false));
        }
        if (states.remove("DNAT")) {
            translated.add(new Atom.Opaque("conntrack DNAT", Atom.Kind.TRANSLATED_DESTINATION, statesNegated, false));
        }
        Set<CtState> named = Values.states(states);
        if (named == null) {
            rule.opaque("conntrack " + states, Atom.Kind.OTHER, statesNegated, null);
            return;
        }
        if (statesNegated) {
            rule.add(new Atom.State(named.isEmpty() ? EnumSet.allOf(CtState.class) : EnumSet.complementOf(EnumSet.copyOf(named))));
            translated.forEach(rule::add);
            return;
        }
        Atom state = new Atom.State(named);
        if (translated.isEmpty()) {
            rule.add(state);
        } else if (translated.size() == 1) {
            rule.either(state, translated.get(0));
        } else {
            rule.opaque("conntrack " + named + " or translated", Atom.Kind.OTHER, false, null);
        }
    }

    private static Atom.Kind kind(Unread other) {
        return switch (other.option + " " + other.values) {
            case "--ctstatus SNAT" -> Atom.Kind.TRANSLATED_SOURCE;
            case "--ctstatus DNAT" -> Atom.Kind.TRANSLATED_DESTINATION;
            case "--ctdir ORIGINAL" -> Atom.Kind.ORIGINAL_DIRECTION;
            default -> Atom.Kind.OTHER;
        };
    }
}
