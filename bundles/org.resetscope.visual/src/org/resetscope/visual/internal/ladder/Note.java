package org.resetscope.visual.internal.ladder;

import java.util.ArrayList;
import java.util.List;

import org.resetscope.core.detect.Durations;
import org.resetscope.core.model.Reset;
import org.resetscope.core.scene.Font;
import org.resetscope.core.scene.Role;
import org.resetscope.core.scene.TextMetrics;
import org.resetscope.visual.internal.paper.Ink;

/** A line of text to the right of an arrow. */
record Note(String text, Font font, Role role) {

    /** What is to be said of a packet, at most two lines. */
    static List<Note> of(Transit transit, Story story, Long answersNanos, String answersFrame) {
        List<Note> notes = new ArrayList<>();
        List<String> marks = new ArrayList<>(Phrases.marks(transit.packet()));
        if (story.isReset(transit)) {
            notes.add(new Note("RST \u2014 " + Phrases.sender(story.reset()), Ink.LOUDEST, Role.RESET));
            List<String> more = new ArrayList<>();
            if (!Phrases.name(story.reset()).isEmpty()) {
                more.add(Phrases.name(story.reset()));
            }
            if (answersNanos != null) {
                more.add(Durations.text(answersNanos) + " after " + answersFrame);
            }
            if (!more.isEmpty()) {
                notes.add(new Note(String.join(", ", more), Ink.SMALL, Role.MUTED));
            }
            return notes;
        }
        Reset other = story.resetOf(transit);
        if (story.isTrigger(transit)) {
            marks.add(0, "the reset answers this");
            notes.add(new Note(String.join(", ", marks), Ink.SMALL_BOLD, Role.TRIGGER));
        } else if (other != null) {
            String name = Phrases.name(other);
            notes.add(new Note("RST \u2014 " + Phrases.sender(other) + (name.isEmpty() ? "" : ", " + name), Ink.SMALL_BOLD, Role.RESET));
        } else if (!marks.isEmpty()) {
            notes.add(new Note(String.join(", ", marks), Ink.SMALL, Role.NOTE));
        }
        return notes;
    }

    double width() {
        return TextMetrics.width(text, font);
    }

    Note fitted(double width) {
        return new Note(TextMetrics.fit(text, width, font), font, role);
    }
}
