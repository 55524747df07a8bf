package org.resetscope.ui.internal.guide;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.resetscope.core.guide.Guide;
import org.resetscope.core.guide.Guide.State;
import org.resetscope.core.guide.Step;
import org.resetscope.core.model.Reset;
import org.resetscope.ui.internal.richtext.RichText;
import org.resetscope.ui.internal.richtext.RichText.Paragraph;
import org.resetscope.ui.internal.richtext.RichText.Style;
import org.resetscope.ui.internal.words.Words;

/** Writes where somebody stands whose connections get reset: what is known, the steps, and with each what to type or to click. */
final class GuideText {

    private static final Map<Step, List<Action>> ACTIONS = Map.of(
            Step.HERE, List.of(Action.OPEN, Action.WATCH),
            Step.THERE, List.of(Action.COMPARE),
            Step.RULES, List.of(Action.RULES),
            Step.ROUTER, List.of(Action.ROUTER, Action.PROFILES),
            Step.LOGS, List.of(Action.LOGS),
            Step.CURE, List.of(Action.ADVICE, Action.WATCH));

    /** What a click does. */
    enum Action {
        OPEN("Open captures\u2026"), WATCH("Watch an interface"), COMPARE("Compare points\u2026"), RULES("Hold against rules\u2026"),
        ROUTER("Name it\u2026"), PROFILES("Look through known devices"), LOGS("Join logs\u2026"), ADVICE("Show settings that help");

        private final String label;

        Action(String label) {
            this.label = label;
        }

        boolean needsCapture() {
            return this == RULES || this == ROUTER || this == LOGS || this == ADVICE;
        }
    }

    /** Leads to a command, to be copied. */
    record Copy(String command) {
    }

    /** Shows or hides what a step takes. */
    record Unfold(Step step) {
    }

    /** Leaves a step out, or takes it up again. */
    record LeaveOut(Step step) {
    }

    /** Takes back that a device is in the path. @param profile its id */
    record TakeOut(String profile) {
    }

    private final Guide guide;
    private final Standing standing;
    private final Set<Step> unfolded;
    private final RichText out = new RichText();

    private GuideText(Guide guide, Standing standing, Set<Step> unfolded) {
        this.guide = guide;
        this.standing = standing;
        this.unfolded = unfolded;
    }

    /**
     * @param unfolded steps whose commands are shown though they are not next
     * @param wrong what cannot be right in what the user said; empty where nothing is
     */
    static RichText of(Guide guide, Standing standing, Set<Step> unfolded, String wrong) {
        return new GuideText(guide, standing, unfolded).write(wrong);
    }

    private RichText write(String wrong) {
        out.paragraph(Paragraph.PLAIN).add("My connections get reset", Style.TITLE);
        if (!wrong.isEmpty()) {
            out.paragraph(Paragraph.PLAIN).add(Words.capital(wrong) + ".", Style.STRONG);
        }
        verdict();
        out.gap();
        for (Step step : Step.values()) {
            step(step);
        }
        if (guide.analysis() != null) {
            out.gap();
            out.paragraph(Paragraph.PLAIN).add("The same on the command line", Style.HEADING);
            command(guide.analyze());
        }
        return out;
    }

    private void verdict() {
        Reset r = guide.gravest();
        if (standing.capture() == null) {
            out.paragraph(Paragraph.PLAIN).add("Nothing is open yet. Begin with a capture; each step says what it takes.");
        } else if (r == null) {
            out.paragraph(Paragraph.PLAIN).add(standing.capture().name() + (standing.ended() ? " has no reset." : " is being read\u2026"));
        } else {
            out.paragraph(Paragraph.PLAIN).add(r.verdict().summary(), Style.STRONG);
            out.paragraph(Paragraph.PLAIN).add(r.flow().client() + " \u2192 " + r.flow().server() + ", sender: " + Words.sender(r.verdict().sender()) + " "
                    + percent(r.verdict().senderConfidence()) + ", cause: " + Words.cause(r.verdict().cause()) + " " + percent(r.verdict().causeProbability()), Style.MUTED);
            out.paragraph(Paragraph.PLAIN).add(standing.about() + "   ", Style.MUTED).link("Show it", standing.reset());
            if (standing.pinned() && standing.resets() > 1) {
                out.add("   ").link("The gravest one instead", standing.capture());
            }
        }
    }

    private static String percent(double probability) {
        return "(" + Words.percent(probability) + ")";
    }

    private void step(Step step) {
        State state = guide.state(step);
        String title = (step.ordinal() + 1) + ". " + step.title();
        out.paragraph(Paragraph.BULLET).add(mark(state) + "\t", Style.STRONG);
        boolean open = state == State.NEXT || unfolded.contains(step);
        if (state == State.NEXT) {
            out.add(title, Style.STRONG);
        } else {
            out.link(title, new Unfold(step));
        }
        out.add("   " + word(step, state) + given(step, state), Style.MUTED);
        guide.findings(step).forEach(text -> out.paragraph(Paragraph.PLAIN).add(text));
        if (!open) {
            return;
        }
        out.paragraph(Paragraph.PLAIN).add(step.reason());
        if (step == Step.THERE && state == State.NEXT && guide.gravest() != null) {
            guide.gravest().verdict().nextCapture().forEach(text -> out.paragraph(Paragraph.PLAIN).add("Here: " + text));
        }
        guide.commands(step).stream().filter(c -> !c.startsWith("resetscope ")).forEach(this::command);
        actions(step, state);
        out.gap();
    }

    /** With "#" it is a word on the others. */
    private void command(String command) {
        if (command.startsWith("#")) {
            out.paragraph(Paragraph.PLAIN).add(Words.capital(command.substring(1).strip()));
        } else {
            out.paragraph(Paragraph.CODE).add(command, Style.CODE).add("   ").link("Copy", new Copy(command));
        }
    }

    private void actions(Step step, State state) {
        List<Action> actions = ACTIONS.get(step).stream().filter(a -> !a.needsCapture() || standing.capture() != null).toList();
        out.paragraph(Paragraph.CODE);
        String between = "";
        for (Action action : actions) {
            out.add(between).link(action == Action.ROUTER && state == State.DONE ? "Name another\u2026" : action.label, action);
            between = "      ";
        }
        if (step == Step.ROUTER) {
            for (String profile : guide.known().routers()) {
                out.add(between).link("Take out " + profile, new TakeOut(profile));
            }
        }
        boolean may = step != Step.HERE && step != Step.CURE && standing.capture() != null;
        if (may && guide.known().impossible().contains(step)) {
            out.add(between).link("Take it up again", new LeaveOut(step));
        } else if (may && state != State.DONE) {
            out.add(between).link("I cannot do this", new LeaveOut(step));
        }
    }

    /** What was brought already. */
    private String given(Step step, State state) {
        if (state != State.DONE) {
            return "";
        }
        List<String> files = switch (step) {
            case HERE, THERE -> standing.capture().input().paths().stream().map(GuideText::name).toList();
            case RULES -> guide.known().rules().stream().map(f -> name(Path.of(f))).toList();
            case LOGS -> guide.known().logs().stream().map(f -> name(Path.of(f))).toList();
            case ROUTER -> guide.known().routers();
            case CURE -> new ArrayList<>();
        };
        return files.isEmpty() ? "" : files.stream().collect(Collectors.joining(", ", ": ", ""));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static String mark(State state) {
        return switch (state) {
            case DONE -> "\u2713";
            case NEXT -> "\u2192";
            case LATER -> "\u25cb";
            case LEFT_OUT -> "\u2013";
        };
    }

    private String word(Step step, State state) {
        return switch (state) {
            case DONE -> "done";
            case NEXT -> "next";
            case LATER -> "later";
            case LEFT_OUT -> guide.known().impossible().contains(step) ? "left out" : "not needed";
        };
    }
}
