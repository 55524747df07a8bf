package org.resetscope.firewall.internal.read;

import java.util.ArrayList;
import java.util.List;

import org.resetscope.firewall.internal.model.Atom;
import org.resetscope.firewall.internal.model.Dimension;
import org.resetscope.firewall.internal.model.Effect;
import org.resetscope.firewall.internal.model.Family;
import org.resetscope.firewall.internal.model.IntervalSet;
import org.resetscope.firewall.internal.model.Rule;
import org.resetscope.firewall.internal.model.Source;

/**
 * A rule while its options are read. A condition of the form "a or b" makes two rules of it, one after the other: the second sees what
 * the first did not take.
 */
final class RuleDraft {

    private final Family family;
    private List<List<Atom>> variants = new ArrayList<>(List.of(new ArrayList<>()));
    private Effect effect = new Effect.Other("");
    private Source target;

    RuleDraft(Family family) {
        this.family = family;
    }

    Family family() {
        return family;
    }

    void add(Atom atom) {
        variants.forEach(v -> v.add(atom));
    }

    void field(Dimension dimension, IntervalSet values, boolean negated) {
        add(new Atom.Field(dimension, negated ? dimension.universe(family).minus(values) : values));
    }

    void either(Atom a, Atom b) {
        List<List<Atom>> both = new ArrayList<>();
        for (List<Atom> variant : variants) {
            for (Atom atom : List.of(a, b)) {
                List<Atom> copy = new ArrayList<>(variant);
                copy.add(atom);
                both.add(copy);
            }
        }
        variants = both;
    }

    void opaque(String key, Atom.Kind kind, boolean negated, Boolean withoutConnection) {
        add(new Atom.Opaque(key, kind, negated, withoutConnection));
    }

    void effect(Effect newEffect, Source place) {
        effect = newEffect;
        target = place;
    }

    List<Rule> rules(Source source) {
        return variants.stream().map(v -> new Rule(v, effect, source, target == null ? source : target)).toList();
    }
}
