package org.resetscope.firewall.internal.lint;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.resetscope.firewall.internal.evaluate.Packets;
import org.resetscope.firewall.internal.model.Atom;
import org.resetscope.firewall.internal.model.Chain;
import org.resetscope.firewall.internal.model.Rule;
import org.resetscope.firewall.internal.model.Table;

/** What the opaque conditions of a family's rules are about. */
final class Conditions {

    private static final Set<Atom.Kind> WITHIN = EnumSet.of(Atom.Kind.WITHIN_LIMIT, Atom.Kind.WITHIN_COUNT);
    private static final Set<Atom.Kind> OVER = EnumSet.of(Atom.Kind.OVER_LIMIT, Atom.Kind.OVER_COUNT);

    private final Map<String, Atom.Kind> kinds = new HashMap<>();

    Conditions(Scene scene) {
        for (Table table : scene.rules().tables()) {
            if (table.family() == scene.family()) {
                for (Chain chain : table.chains().values()) {
                    chain.rules().forEach(this::add);
                }
            }
        }
    }

    private void add(Rule rule) {
        for (Atom atom : rule.atoms()) {
            if (atom instanceof Atom.Opaque opaque) {
                kinds.put(opaque.key(), opaque.kind());
            }
        }
    }

    /** The kind of a rate or number that packets must have exceeded to get where they are; null where there is none. */
    Atom.Kind exceeded(Packets packets) {
        for (Map.Entry<String, Boolean> assumed : packets.assumed().entrySet()) {
            Atom.Kind kind = kinds.get(assumed.getKey());
            if (kind != null && (assumed.getValue() ? OVER : WITHIN).contains(kind)) {
                return kind;
            }
        }
        return null;
    }

    /** Whether packets got where they are for what they hold. */
    boolean byContent(Packets packets) {
        return packets.assumed().entrySet().stream().anyMatch(e -> e.getValue() && kinds.get(e.getKey()) == Atom.Kind.CONTENT);
    }
}
