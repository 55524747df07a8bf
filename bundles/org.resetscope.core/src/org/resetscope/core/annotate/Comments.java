package org.resetscope.core.annotate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.resetscope.core.internal.report.Plain;
import org.resetscope.core.internal.report.Words;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Sender;
import org.resetscope.core.model.Verdict;

/** What is to be said of the packets of one capture, as plain text. */
final class Comments {

    /** A packet that a thousand resets answer needs no thousand comments. */
    private static final int MOST_OF_A_FRAME = 5;
    private static final int LONGEST = 2000;

    private final Map<Long, List<Note>> notes = new HashMap<>();

    /** @param answered the packet is what the reset answers, not the reset itself */
    private record Note(Reset reset, boolean answered) {
    }

    /** @param capture id */
    Comments(List<Reset> resets, String capture) {
        for (Reset reset : resets) {
            for (Reset.Packet packet : reset.packets()) {
                if (packet.frame().capture().equals(capture)) {
                    add(packet.frame().frame(), new Note(reset, false));
                }
            }
            if (reset.trigger() != null && reset.trigger().capture().equals(capture)) {
                add(reset.trigger().frame(), new Note(reset, true));
            }
        }
    }

    private void add(long frame, Note note) {
        notes.computeIfAbsent(frame, f -> new ArrayList<>(1)).add(note);
    }

    /** Empty where there is nothing to say. */
    List<String> of(long frame) {
        List<Note> all = notes.getOrDefault(frame, List.of());
        List<String> texts = new ArrayList<>();
        all.stream().limit(MOST_OF_A_FRAME).forEach(note -> texts.add(text(note)));
        if (all.size() > MOST_OF_A_FRAME) {
            texts.add("ResetScope: and " + (all.size() - MOST_OF_A_FRAME) + " more resets concern this packet.");
        }
        return texts;
    }

    boolean concerns(long frame) {
        return notes.containsKey(frame);
    }

    private static String text(Note note) {
        Reset reset = note.reset;
        Verdict v = reset.verdict();
        String text = "ResetScope " + reset.id() + ": " + (note.answered
                ? "The reset in frame " + reset.packets().get(0).frame().frame() + " answers this packet."
                : v.summary() + " Sender: " + sender(v) + ". Cause: " + Words.title(v.cause()) + ", " + Words.percent(v.causeProbability())
                        + "." + effect(v.effective()));
        String plain = Plain.text(text);
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    }

    private static String sender(Verdict v) {
        return v.sender().id() + (v.sender() == Sender.UNDETERMINED ? "" : ", " + Words.percent(v.senderConfidence()));
    }

    private static String effect(Boolean effective) {
        return effective == null ? "" : effective ? " The receiver gave the connection up." : " Without effect: the connection went on.";
    }
}
