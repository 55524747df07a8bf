package org.resetscope.visual.internal.ladder;

import org.resetscope.core.flowview.FlowPacket.Skipped;

/** A line of the ladder, from top to bottom. */
sealed interface Row permits Row.Packet, Row.Fold, Row.Gap, Row.Line {

    /** An arrow. */
    record Packet(Transit transit) implements Row {
    }

    /**
     * Packets that are counted only.
     *
     * @param resets whether all of them are resets
     */
    record Fold(Skipped packets, boolean resets) implements Row {
    }

    /** Packets may follow that nobody counted. */
    Fold REST = new Fold(Skipped.NOTHING, false);

    /** Time in which nothing came. */
    record Gap(long nanos) implements Row {
    }

    /** A line of a log, or a rule. */
    record Line(Told told) implements Row {
    }
}
