package org.resetscope.ui.internal.explanation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.resetscope.core.Incident;
import org.resetscope.core.model.Evidence;
import org.resetscope.core.model.FrameRef;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.RuleReference;
import org.resetscope.core.model.Sender;
import org.resetscope.core.model.Verdict;
import org.resetscope.ui.internal.richtext.RichText;
import org.resetscope.ui.internal.richtext.RichText.Paragraph;
import org.resetscope.ui.internal.richtext.RichText.Style;
import org.resetscope.ui.internal.words.TimeFormat;
import org.resetscope.ui.internal.words.Words;
import org.resetscope.ui.session.Note;
import org.resetscope.ui.session.OpenReset;
import org.resetscope.ui.session.Session;

/** Writes what is believed of a reset: the sentence first, then what to do, why, and what else it could be. */
final class ExplanationWriter {

    /** A weight that fills the bar: ten thousand to one. */
    private static final int FULL_WEIGHT = 40;

    private final RichText out = new RichText();
    private final OpenReset open;
    private final Reset reset;
    private final Verdict verdict;
    private final TimeFormat time;

    private ExplanationWriter(OpenReset open, TimeFormat time) {
        this.open = open;
        this.reset = open.reset();
        this.verdict = reset.verdict();
        this.time = time;
    }

    static RichText write(OpenReset open, TimeFormat time) {
        ExplanationWriter writer = new ExplanationWriter(open, time);
        writer.write();
        return writer.out;
    }

    private void write() {
        out.paragraph(Paragraph.PLAIN).add(verdict.summary(), Style.TITLE);
        note();
        facts();
        story();
        bullets("What to do", verdict.remedy());
        if (!verdict.explanation().isBlank()) {
            heading("Why");
            out.paragraph(Paragraph.PLAIN).add(verdict.explanation());
        }
        evidence();
        alternatives();
        bullets("What to capture next", verdict.nextCapture());
    }

    private void note() {
        Note note = Session.notes().of(open);
        if (!note.isEmpty()) {
            out.gap();
            RichText fact = fact(note.text().isEmpty() ? "Bookmark" : note.bookmarked() ? "\u2605 Your note" : "Your note");
            fact.add(note.text().isEmpty() ? "\u2605" : note.line());
        }
    }

    private void facts() {
        out.gap();
        fact("Sent by").add(Words.sender(verdict.sender()), Style.STRONG).add(senderCertainty());
        if (verdict.location() != null) {
            fact("Where").add(verdict.location());
        }
        fact("Cause").add(Words.cause(verdict.cause()), Style.STRONG).add(": " + certainty(verdict.causeProbability()));
        fact("At fault").add(Words.fault(verdict.fault()));
        fact("Effect").add(effect());
        fact("Connection").add(Words.flowInFull(reset.flow()) + (reset.flow().inferred() ? " (client guessed: no SYN seen)" : ""));
        fact("Phase").add(Words.phase(reset.phase()) + ", " + reset.form().words());
        for (Reset.Packet packet : reset.packets()) {
            fact("Packet").link(place(packet.frame()) + "frame " + packet.frame().frame(), packet.frame()).add(", " + flags(packet.flags()) + ", "
                    + time.format(open.time(packet), open.capture().start()) + (time == TimeFormat.RELATIVE ? " s" : ""));
        }
        if (reset.trigger() != null) {
            fact("Answers").link(place(reset.trigger()) + "frame " + reset.trigger().frame(), reset.trigger());
        }
        rule();
        primary().ifPresent(first -> fact("Follows from").link(first.id(), first).add(": " + Words.cause(first.verdict().cause())));
    }

    private void rule() {
        RuleReference rule = reset.rule();
        if (rule != null) {
            String place = rule.file() == null ? "" : rule.file() + " line " + rule.line();
            RichText fact = fact("Rule");
            if (open.rules().isPresent()) {
                fact.link(place, rule);
            } else {
                fact.add(place);
            }
            fact.add((place.isEmpty() ? "" : ": ") + rule.text());
        }
    }

    /** The point at which a frame was captured, where there are several. */
    private String place(FrameRef frame) {
        String point = open.capture().input().compares() ? open.capture().point(frame) : "";
        return point.isEmpty() ? "" : point + " ";
    }

    private Optional<Reset> primary() {
        return reset.primary() == null ? Optional.empty() : incident().stream().filter(r -> r.id().equals(reset.primary())).findFirst();
    }

    private List<Reset> incident() {
        return open.capture().incident(reset.incident());
    }

    /** Of all resets of the incident, with links to the others. */
    private void story() {
        List<Reset> resets = incident();
        List<String> lines = resets.isEmpty() ? List.of() : new Incident(reset.incident(), resets).story(open.capture().analysis());
        if (lines.isEmpty()) {
            return;
        }
        heading("What happened");
        for (int i = 0; i < lines.size(); i++) {
            out.paragraph(Paragraph.BULLET).add("\u2022\t");
            Reset told = resets.get(Math.min(i, resets.size() - 1));
            String line = lines.get(i);
            int at = line.indexOf(told.id() + ":");
            if (at < 0) {
                out.add(line, Style.MUTED); // how many there are besides
                continue;
            }
            out.add(line.substring(0, at));
            if (told.id().equals(reset.id())) {
                out.add(told.id(), Style.STRONG);
            } else {
                out.link(told.id(), told);
            }
            out.add(line.substring(at + told.id().length()));
        }
    }

    private RichText fact(String name) {
        return out.paragraph(Paragraph.FACT).add(name + "\t", Style.MUTED);
    }

    private String senderCertainty() {
        if (verdict.sender() != Sender.UNDETERMINED) {
            return ": " + certainty(verdict.senderProbability().getOrDefault(verdict.sender(), verdict.senderConfidence()));
        }
        StringBuilder text = new StringBuilder(": ");
        for (Sender sender : List.of(Sender.CLIENT, Sender.SERVER, Sender.INTERMEDIARY)) {
            text.append(text.length() > 2 ? ", " : "").append(Words.sender(sender).toLowerCase(Locale.ROOT)).append(' ')
                    .append(Words.percent(verdict.senderProbability().getOrDefault(sender, 0.0)));
        }
        return text.toString();
    }

    private static String certainty(double probability) {
        return Words.certainty(probability) + " (" + Words.percent(probability) + ")";
    }

    private String effect() {
        if (verdict.effective() == null) {
            return "Unknown: the capture does not show whether the receiver obeyed";
        }
        return verdict.effective() ? "The receiver gave the connection up" : "None: the receiver went on";
    }

    private static String flags(String letters) {
        return letters.contains("A") ? "RST,ACK" : "RST";
    }

    private void evidence() {
        if (verdict.evidence().isEmpty()) {
            return;
        }
        heading("Evidence");
        out.paragraph(Paragraph.PLAIN).add("The bars weigh each observation: right speaks for, left against. 10 makes it ten times as likely,"
                + " 20 a hundred times (decibans).", Style.MUTED);
        for (Evidence evidence : verdict.evidence()) {
            out.gap();
            out.paragraph(Paragraph.BULLET).add("\u2022\t" + evidence.text());
            frames(evidence.frames());
            Weights.of(evidence, reset).forEach(this::weight);
        }
    }

    private void frames(List<FrameRef> frames) {
        if (frames.isEmpty()) {
            return;
        }
        out.add(frames.size() == 1 ? " Frame " : " Frames ", Style.MUTED);
        for (int i = 0; i < frames.size(); i++) {
            out.add(i == 0 ? "" : ", ").link(place(frames.get(i)) + frames.get(i).frame(), frames.get(i));
        }
    }

    private void weight(Weights.Weight weight) {
        int decibans = weight.decibans();
        out.paragraph(Paragraph.WEIGHT).bar(Math.max(-1, Math.min(1, decibans / (double) FULL_WEIGHT)), true)
                .add("\t" + (decibans > 0 ? "+" : "\u2212") + Math.abs(decibans), Style.STRONG)
                .add("\t" + (decibans > 0 ? "for: " : "against: ") + weight.hypothesis(), Style.MUTED);
    }

    private void alternatives() {
        if (verdict.alternatives().isEmpty()) {
            return;
        }
        heading("What else it could be");
        for (Verdict.Alternative alternative : verdict.alternatives()) {
            out.paragraph(Paragraph.WEIGHT).bar(alternative.probability(), false).add("\t" + Words.percent(alternative.probability()))
                    .add("\t" + Words.cause(alternative.cause()));
        }
    }

    private void bullets(String title, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        heading(title);
        lines.forEach(line -> out.paragraph(Paragraph.BULLET).add("\u2022\t" + line));
    }

    private void heading(String title) {
        out.gap();
        out.paragraph(Paragraph.PLAIN).add(title, Style.HEADING);
    }
}
