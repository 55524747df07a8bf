package org.resetscope.core.configuration;

import org.resetscope.core.extension.Contribution;
import org.resetscope.core.model.FrameRef;

/** A plug-in's replay of several points: one that fails is silent from then on. */
record GuardedTransitReplay(Contribution<ConfigurationFormat> format, TransitReplay replay, String device) implements TransitReplay {

    @Override
    public void take(Transit transit) {
        format.call(f -> {
            replay.take(transit);
            return null;
        }, null);
    }

    @Override
    public ReplayAnswer answer(FrameRef reset) {
        return format.call(f -> replay.answer(reset), null);
    }

    @Override
    public String gap() {
        String gap = format.call(f -> replay.gap(), null);
        return gap == null ? null : device + ": " + gap;
    }
}
