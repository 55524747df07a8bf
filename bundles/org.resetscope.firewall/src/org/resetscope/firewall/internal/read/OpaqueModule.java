package org.resetscope.firewall.internal.read;

import java.util.ArrayList;
import java.util.List;

import org.resetscope.firewall.internal.model.Atom;

/** A match module whose options are not understood: all of it is one condition that may hold or not. */
final class OpaqueModule {

    private final String name;
    private final List<String> words = new ArrayList<>();
    private int options;
    private boolean firstNegated;

    OpaqueModule(String name) {
        this.name = name;
    }

    void option(boolean negated, String option, List<String> values) {
        if (options++ == 0) {
            firstNegated = negated;
        } else if (negated) {
            words.add("!");
        }
        words.add(option);
        words.addAll(values);
    }

    /** @param place of the rule: what counts has a counter of its own in each rule */
    void addTo(RuleDraft rule, String place) {
        boolean negated = firstNegated && options == 1;
        String key = name + (firstNegated && !negated ? " !" : "") + (words.isEmpty() ? "" : " " + String.join(" ", words));
        boolean counts = name.equals("limit") || name.equals("hashlimit") || name.equals("statistic") || name.equals("recent");
        rule.opaque(counts ? key + " @@" + place : key, kind(), negated, null);
    }

    private Atom.Kind kind() {
        return switch (name) {
            case "limit" -> Atom.Kind.WITHIN_LIMIT;
            case "hashlimit" -> words.contains("--hashlimit-above") ? Atom.Kind.OVER_LIMIT : Atom.Kind.WITHIN_LIMIT;
            case "connlimit" -> words.contains("--connlimit-upto") ? Atom.Kind.WITHIN_COUNT : Atom.Kind.OVER_COUNT;
            case "string", "u32", "layer7", "bpf" -> Atom.Kind.CONTENT;
            case "mark" -> Atom.Kind.MARK;
            default -> Atom.Kind.OTHER;
        };
    }
}
