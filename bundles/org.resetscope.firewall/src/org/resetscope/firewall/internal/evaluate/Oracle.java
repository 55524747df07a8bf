package org.resetscope.firewall.internal.evaluate;

import org.resetscope.firewall.internal.model.Atom;
import org.resetscope.firewall.internal.model.Hook;

/** Knows answers to opaque conditions. */
@FunctionalInterface
public interface Oracle {

    /** @return whether the condition, before negation, holds; null where that is not known */
    Boolean answer(Atom.Opaque question, Packets packets, Hook hook);
}
