package org.resetscope.ui.session;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

import org.resetscope.core.model.FrameRef;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Timestamp;
import org.resetscope.ui.internal.words.Words;

/** A reset of an open capture: the selection element that drives the views of the workbench. */
public record OpenReset(OpenCapture capture, Reset reset) {

    /** Where it was seen first. */
    public OpenFrame frame() {
        return new OpenFrame(capture, reset.packets().get(0).frame());
    }

    /** When, on the clock that all points have in common. */
    public Timestamp time() {
        return time(reset.packets().get(0));
    }

    /** When one of its packets was seen, on the clock that all points have in common. */
    public Timestamp time(Reset.Packet packet) {
        return capture.time(packet.frame(), packet.time());
    }

    /** The file of the rule that made it, among those that the capture was held against. */
    public Optional<Path> rules() {
        return reset.rule() == null || reset.rule().file() == null ? Optional.empty() : capture.input().rulesNamed(reset.rule().file());
    }

    /** Where it was born, if that is known, and at which points it was seen; empty where there is one capture only. */
    public String where() {
        if (!capture.input().compares()) {
            return "";
        }
        String seen = "seen at " + reset.packets().stream().map(p -> capture.point(p.frame())).distinct().collect(Collectors.joining(", "));
        return reset.verdict().location() == null ? seen : reset.verdict().location() + "; " + seen;
    }

    /** Its connection as all views write it: hosts by the names that the user gave them. */
    public String connection() {
        return Words.flow(reset.flow());
    }

    /** Who sent it, in the words of all views. */
    public String sentBy() {
        return Words.sender(reset.verdict().sender());
    }

    /** A frame of its capture, such as one that evidence names. */
    public OpenFrame frame(FrameRef frame) {
        return new OpenFrame(capture, frame);
    }

    /** By its first packet: ids may change while a capture is read, or when it is read again; comparing all evidence would be slow. */
    @Override
    public boolean equals(Object other) {
        return other == this || other instanceof OpenReset that && that.capture == capture && that.packet().equals(packet());
    }

    @Override
    public int hashCode() {
        return packet().hashCode();
    }

    private FrameRef packet() {
        return reset.packets().get(0).frame();
    }
}
