package org.resetscope.ui.internal.welcome;

import java.util.List;
import java.util.Map;

import org.resetscope.ui.internal.richtext.RichText;
import org.resetscope.ui.internal.richtext.RichText.Paragraph;
import org.resetscope.ui.internal.richtext.RichText.Style;
import org.resetscope.ui.internal.welcome.SampleCaptures.Sample;
import org.resetscope.ui.session.Input;

/** What greets who has nothing open: how to begin, what was open before, and samples to try. */
public final class WelcomeText {

    private static final int MOST_RECENT = 8;

    /** A command of the workbench that a link runs. */
    public record Action(String command, Map<String, String> parameters) {
    }

    private WelcomeText() {
    }

    public static RichText of(List<Input> recent, List<Sample> samples) {
        RichText out = new RichText();
        out.paragraph(Paragraph.PLAIN).add("Who reset the connection, and why?", Style.TITLE);
        out.paragraph(Paragraph.PLAIN).add("Open a capture: each TCP reset in it is listed with who sent it, what caused it, and what to do.");
        heading(out, "Begin");
        begin(out, "Be guided\u2026", "org.resetscope.ui.guide", "\"my connections get reset\": what to capture where, with the commands to copy, then what decides next");
        begin(out, "Open captures\u2026", "org.resetscope.ui.open", "Ctrl+O, or drop files anywhere: pcap, pcapng, snoop, compressed or not");
        begin(out, "Compare points\u2026", "org.resetscope.ui.comparePoints", "captures of the same traffic, taken at both ends or on the way");
        begin(out, "Open rules\u2026", "org.resetscope.ui.openRules", "of a firewall, to find what resets connections that nobody wanted reset");
        begin(out, "Open case\u2026", "org.resetscope.ui.openCase", "captures with your notes and bookmarks, as you or somebody else saved them");
        if (!recent.isEmpty()) {
            heading(out, "Recent");
            for (int i = 0; i < Math.min(MOST_RECENT, recent.size()); i++) {
                Input input = recent.get(i);
                item(out, input.name(), new Action("org.resetscope.ui.openRecent", Map.of("org.resetscope.ui.openRecent.index", String.valueOf(i))),
                        input.place());
            }
        }
        if (!samples.isEmpty()) {
            heading(out, "Samples");
            samples.forEach(s -> item(out, s.name(), new Action("org.resetscope.ui.openSample", Map.of("org.resetscope.ui.openSample.name", s.name())),
                    s.story()));
        }
        return out;
    }

    private static void heading(RichText out, String words) {
        out.gap();
        out.paragraph(Paragraph.PLAIN).add(words, Style.HEADING);
    }

    private static void begin(RichText out, String words, String command, String more) {
        item(out, words, new Action(command, Map.of()), more);
    }

    private static void item(RichText out, String words, Action action, String more) {
        out.paragraph(Paragraph.BULLET).add("\u2022\t").link(words, action).add("   " + more, Style.MUTED);
    }
}
