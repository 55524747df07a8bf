package org.resetscope.core.internal.judge;

import java.util.Map;

import org.resetscope.core.internal.weights.Weight;
import org.resetscope.core.internal.weights.Weights;
import org.resetscope.core.model.Causes;

/**
 * How common each cause is before anything of a reset is known, in decibans. Most resets are made by the endpoints themselves (Arlitt and
 * Williamson 2005); forgery is rare.
 */
final class Prior {

    private static final Map<String, Integer> DECIBANS = Weights.builtIn().signal(Weight.PRIOR).decibans();

    private Prior() {
    }

    /** For children that plug-ins add, a little less than their parent. */
    static int of(String cause) {
        Integer own = DECIBANS.get(cause);
        return own != null ? own : DECIBANS.getOrDefault(Causes.of(cause).id(), -20) - 3;
    }
}
