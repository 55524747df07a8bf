package org.resetscope.cli.internal.guide;

import java.io.PrintWriter;
import java.util.Map;

import org.resetscope.core.guide.Guide;
import org.resetscope.core.guide.Guide.State;
import org.resetscope.core.guide.Step;
import org.resetscope.core.model.Causes;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Sender;

/** Writes where somebody stands. */
final class GuideText {

    /** How the command is told of what a step brought. */
    private static final Map<Step, String> THEN = Map.of(
            Step.HERE, "--point client=client.pcap",
            Step.THERE, "--point client=client.pcap --point server=server.pcap",
            Step.RULES, "--firewall FILE, once for each",
            Step.ROUTER, "--router ID",
            Step.LOGS, "--log FILE, once for each");

    /** No evidence makes certain. */
    private static final int MOST_PERCENT = 99;

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
            step(guide, step, true);
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
        wrap("  ", r.flow().client() + " -> " + r.flow().server() + "; sent by: " + sender(r.verdict().sender()) + " ("
                + percent(r.verdict().senderConfidence()) + "); cause: " + Causes.title(r.verdict().cause()) + " ("
                + percent(r.verdict().causeProbability()) + ")");
        if (guide.onlyOthers()) {
            wrap("  ", "None of the resets is of the connections that you asked about.");
        }
        out.println("  The whole of it: " + guide.analyze());
    }

    private static String sender(Sender sender) {
        return switch (sender) {
            case CLIENT -> "the client";
            case SERVER -> "the server";
            case INTERMEDIARY -> "a device between";
            case UNDETERMINED -> "undecided";
        };
    }

    private static String percent(double probability) {
        long percent = Math.round(100 * probability);
        return percent > MOST_PERCENT ? ">" + MOST_PERCENT + " %" : percent + " %";
    }

    /** What a step brought. */
    void findings(Guide guide, Step step) {
        guide.findings(step).forEach(text -> wrap("   ", text));
    }

    /** @param then whether to say how the command is told of what it brings */
    void step(Guide guide, Step step, boolean then) {
        State state = guide.state(step);
        String word = switch (state) {
            case DONE -> "done";
            case NEXT -> "next";
            case LATER -> "later";
            case LEFT_OUT -> guide.known().impossible().contains(step) ? "left out" : "not needed";
        };
        out.println((step.ordinal() + 1) + ". [" + word + "] " + step.title());
        findings(guide, step);
        if (state == State.DONE || state == State.LEFT_OUT) {
            return;
        }
        wrap("   ", step.reason());
        if (step == Step.THERE && state == State.NEXT && guide.gravest() != null) {
            guide.gravest().verdict().nextCapture().forEach(text -> wrap("   ", "Here: " + text));
        }
        guide.commands(step).forEach(command -> {
            if (command.startsWith("#")) {
                wrap("   ", command.substring(1).strip());
            } else {
                out.println("     $ " + command);
            }
        });
        if (then && step != Step.CURE) {
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
