package org.resetscope.firewall.internal.evaluate;

import java.util.Locale;

import org.resetscope.firewall.internal.model.Effect;

/** Effects in the words of reports. */
final class EffectWords {

    private EffectWords() {
    }

    static String of(Effect effect) {
        if (effect instanceof Effect.Jump jump) {
            return "jump " + jump.chain();
        } else if (effect instanceof Effect.Goto go) {
            return "goto " + go.chain();
        } else if (effect instanceof Effect.Nat nat) {
            return nat.source() ? "translate source" : "translate destination";
        } else if (effect instanceof Effect.Other other) {
            return other.name().isEmpty() ? "continue" : other.name();
        }
        return effect.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
