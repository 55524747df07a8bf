package org.resetscope.core.internal.replay;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.resetscope.core.configuration.ReplayAnswer;
import org.resetscope.core.configuration.Transit;
import org.resetscope.core.configuration.TransitReplay;
import org.resetscope.core.model.FrameRef;

/** Several devices, each of which may be the one. */
record TransitReplays(List<TransitReplay> devices) implements TransitReplay {

    @Override
    public void take(Transit transit) {
        devices.forEach(d -> d.take(transit));
    }

    @Override
    public ReplayAnswer answer(FrameRef reset) {
        return ReplayAnswer.of(devices.stream().map(d -> d.answer(reset)).filter(Objects::nonNull).toList());
    }

    @Override
    public String gap() {
        return devices.stream().map(TransitReplay::gap).filter(Objects::nonNull).collect(Collectors.collectingAndThen(Collectors.joining("; "),
                all -> all.isEmpty() ? null : all));
    }
}
