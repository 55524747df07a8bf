package org.resetscope.cli.internal.guide;

import java.io.PrintWriter;
import java.util.Map;

import org.resetscope.core.guide.Guide;
import org.resetscope.core.guide.Guide.State;
import org.resetscope.core.guide.Step;
import org.resetscope.core.model.Reset;

/** Writes where somebody stands. */
final class GuideText {

    /** How the command is told of what a step brought. */
    private static final Map<Step, String> THEN = Map.of(
            Step.HERE, "--point client=client.pcap",
            Step.THERE, "--point client=client.pcap --point server=server.pcap",
            Step.RULES, "--firewall FILE, once for each",
            Step.ROUTER, "--router ID",
            Step.LOGS, "--log FILE, once for each");

    private final PrintWriter out;
    private final int width;

    GuideText(PrintWriter out, int width) {
        this.out = out;
        this.width = Math.max(40, width);
    }

    /** Every step, with what to type. */
    void all(Guide guide) {
        verdict(guide);
        for (Step step : Step.values()) {
            out.println();
            step(guide, step);
        }
    }

    /** What is known so far. */
    void verdict(Guide guide) {
        Reset r = guide.gravest();
        if (guide.analysis() == null) {
            wrap("", "Nothing is recorded yet.");
            return;
        }
        if (r == null) {
            wrap("", "There is no reset in what was captured.");
            return;
        }
        int all = guide.analysis().resets().size();
        wrap("", "Known so far, of " + (all == 1 ? "one reset" : all + " resets, of which this is the gravest") + ": " + r.verdict().summary());
        wrap("  ", r.flow().client() + " -> " + r.flow().server() + ", sender " + r.verdict().sender().id() + " ("
                + Math.round(100 * Math.min(0.99, r.verdict().senderConfidence())) + " %), cause " + r.verdict().cause() + " ("
                + Math.round(100 * Math.min(0.99, r.verdict().causeProbability())) + " %)"
                + (r.rule() == null ? "" : ", made by " + r.rule().file() + " line " + r.rule().line() + ": " + r.rule().text()));
        out.println("  all of it: " + guide.analyze());
    }

    void step(Guide guide, Step step) {
        State state = guide.state(step);
        String word = switch (state) {
            case DONE -> "done";
            case NEXT -> "next";
            case LATER -> "later";
            case LEFT_OUT -> "left out";
        };
        out.println((step.ordinal() + 1) + ". [" + word + "] " + step.title());
        if (state == State.DONE || state == State.LEFT_OUT) {
            return;
        }
        wrap("   ", step.reason());
        if (state == State.NEXT && guide.gravest() != null) {
            guide.gravest().verdict().nextCapture().forEach(text -> wrap("   ", "Here: " + text));
        }
        guide.commands(step).forEach(command -> {
            if (command.startsWith("#")) {
                wrap("   ", command.substring(1).strip());
            } else {
                out.println("     $ " + command);
            }
        });
        if (step != Step.CURE) {
            wrap("   ", "Then: " + THEN.get(step));
        }
    }

    private void wrap(String indent, String text) {
        StringBuilder line = new StringBuilder(indent);
        for (String word : text.replaceAll("\\p{Cntrl}", "?").split(" ")) {
            if (line.length() + 1 + word.length() > width && line.length() > indent.length()) {
                out.println(line);
                line = new StringBuilder(indent);
            }
            line.append(line.length() > indent.length() ? " " : "").append(word);
        }
        out.println(line);
    }
}
