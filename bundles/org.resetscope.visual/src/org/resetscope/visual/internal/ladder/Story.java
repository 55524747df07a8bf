package org.resetscope.visual.internal.ladder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.resetscope.core.Analysis;
import org.resetscope.core.model.Causes;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.FrameRef;
import org.resetscope.core.model.PathDevice;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Sender;

/** What the verdict says of the packets drawn. */
final class Story {

    private static final int MOST_EVIDENCE = 5;
    /** Its lines stand in the ladder. */
    private static final String LOG = "log";

    private final Reset reset;
    private final Map<FrameRef, Reset> resets = new HashMap<>();
    private final List<Evidence> evidence;
    private final List<PathDevice> suspects;

    Story(Analysis analysis, Reset reset) {
        this.reset = reset;
        suspects = analysis.suspects(reset);
        for (Reset other : analysis.resets()) {
            if (other.flow().client().equals(reset.flow().client()) && other.flow().server().equals(reset.flow().server())) {
                other.packets().forEach(p -> resets.put(p.frame(), other));
            }
        }
        reset.packets().forEach(p -> resets.put(p.frame(), reset));
        evidence = reset.verdict().evidence().stream().filter(e -> !e.frames().isEmpty() && !e.detector().equals(LOG)).limit(MOST_EVIDENCE).toList();
    }

    Reset reset() {
        return reset;
    }

    /** What is numbered in the drawing, number 1 first. */
    List<Evidence> evidence() {
        return evidence;
    }

    /** Numbers of the evidence that stands on a packet. */
    List<Integer> numbers(Transit transit) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < evidence.size(); i++) {
            if (evidence.get(i).frames().stream().anyMatch(transit::is)) {
                numbers.add(i + 1);
            }
        }
        return numbers;
    }

    boolean isReset(Transit transit) {
        return reset.packets().stream().anyMatch(p -> transit.is(p.frame()));
    }

    boolean isTrigger(Transit transit) {
        return transit.is(reset.trigger());
    }

    /** Whether a reader who knows the verdict looks for this packet. */
    boolean tells(Transit transit) {
        return isReset(transit) || isTrigger(transit) || !numbers(transit).isEmpty();
    }

    /** The reset that a packet is, with its own verdict; null for other packets. */
    Reset resetOf(Transit transit) {
        return resets.get(transit.packet().frame());
    }

    /** Whether the device lane is where this packet starts. */
    boolean bornBetween(Transit transit) {
        Reset own = resetOf(transit);
        return own != null && own.verdict().sender() == Sender.INTERMEDIARY;
    }

    /** What the device is called that made the reset. */
    String deviceName() {
        return suspects.size() == 1 ? suspects.get(0).name() : "Device";
    }

    boolean device() {
        return reset.verdict().sender() == Sender.INTERMEDIARY;
    }

    /** Whether the device answers the trigger instead of passing it on. */
    boolean triggerEndsAtDevice() {
        return device() && Causes.within(reset.verdict().cause(), "middlebox");
    }
}
