package org.resetscope.core.internal.judge;

import java.util.Map;

import org.resetscope.core.model.Causes;

/**
 * How common each cause is before anything of a reset is known, in decibans. Most resets are made by the endpoints themselves (Arlitt and
 * Williamson 2005); forgery is rare.
 */
final class Prior {

    private static final Map<String, Integer> DECIBANS = Map.ofEntries(Map.entry(Causes.REFUSED, 0), Map.entry(Causes.BACKLOG, -12),
            Map.entry(Causes.ABORT, 0), Map.entry(Causes.UNREAD_DATA, -3), Map.entry(Causes.LATE_DATA, 0),
            Map.entry(Causes.STATE_LOST, -6), Map.entry(Causes.GAVE_UP, -10), Map.entry(Causes.UNEXPECTED_SYNACK, -3),
            Map.entry(Causes.PORT_REUSE, -12), Map.entry(Causes.PROBE, -10), Map.entry(Causes.REJECT, -8),
            Map.entry(Causes.INVALID, -13), Map.entry(Causes.DEVICE_STATE_LOST, -13), Map.entry(Causes.DEVICE_STATE_EXPIRED, -10),
            Map.entry(Causes.REMAPPED, -15), Map.entry(Causes.CONTENT, -13), Map.entry(Causes.PROXY, -14), Map.entry(Causes.IDLE, -10),
            Map.entry(Causes.ON_PATH, -15), Map.entry(Causes.OFF_PATH, -16), Map.entry(Causes.BLIND, -20));

    private Prior() {
    }

    /** For children that plug-ins add, a little less than their parent. */
    static int of(String cause) {
        Integer own = DECIBANS.get(cause);
        return own != null ? own : DECIBANS.getOrDefault(Causes.of(cause).id(), -20) - 3;
    }
}
