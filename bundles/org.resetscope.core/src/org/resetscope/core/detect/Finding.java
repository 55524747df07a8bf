package org.resetscope.core.detect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.resetscope.core.internal.weights.Weights;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.FrameRef;

/**
 * Puts a piece of evidence together. A plug-in states what its observation weighs,
 * {@code new Finding("acme", "acme").intermediary(11).on(dossier, reset).says("...")}; the built-in detectors name a signal whose weights
 * are learned, {@code Finding.of("ttl.same").on(dossier, reset).says("...")}.
 */
public final class Finding {

    private final String signal;
    private final String detector;
    private final String group;
    private final Map<String, Integer> decibans;
    private final List<FrameRef> frames = new ArrayList<>();

    /** With weights of the detector's own; see {@link Evidence} for what a group is. */
    public Finding(String detector, String group) {
        this(detector, detector, group, new LinkedHashMap<>());
    }

    private Finding(String signal, String detector, String group, Map<String, Integer> decibans) {
        this.signal = signal;
        this.detector = detector;
        this.group = group;
        this.decibans = decibans;
    }

    /**
     * With group and weights from the table of the calibration; none can be added.
     *
     * @param signal id, of which the part before the first dot is the detector's
     * @throws IllegalArgumentException if the table does not have it
     */
    public static Finding of(String signal) {
        Weights.Signal known = Weights.builtIn().signal(signal);
        return new Finding(signal, signal.substring(0, signal.indexOf('.')), known.group(), known.decibans());
    }

    /** For the claimed sender and against an intermediary (negative: the other way round). */
    public Finding claimed(int weight) {
        decibans.put(weight >= 0 ? Evidence.CLAIMED : Evidence.INTERMEDIARY, Math.abs(weight));
        return this;
    }

    /** Speaks for a device between, or against it, by so many decibans. */
    public Finding intermediary(int weight) {
        return claimed(-weight);
    }

    /** For (or against) a cause and its children. */
    public Finding cause(String idOrPrefix, int weight) {
        decibans.put(idOrPrefix, weight);
        return this;
    }

    /** The packets that it stands on. */
    public Finding on(Dossier dossier, Segment... segments) {
        for (Segment s : segments) {
            if (s != null) {
                frames.add(dossier.frame(s));
            }
        }
        return this;
    }

    /** As {@link #on(Dossier, Segment...)}, for packets of any capture. */
    public Finding on(FrameRef... packets) {
        frames.addAll(List.of(packets));
        return this;
    }

    /** @param text one sentence that names the numbers compared */
    public List<Evidence> says(String text) {
        return List.of(new Evidence(detector, signal, group, text, decibans, frames));
    }
}
