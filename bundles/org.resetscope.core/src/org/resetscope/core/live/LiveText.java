package org.resetscope.core.live;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.resetscope.core.Analysis;
import org.resetscope.core.Severity;
import org.resetscope.core.internal.report.TextLines;
import org.resetscope.core.internal.report.TextLines.Style;
import org.resetscope.core.internal.report.Words;
import org.resetscope.core.model.Reset;
import org.resetscope.core.model.Sender;
import org.resetscope.core.model.Verdict;
import org.resetscope.core.report.ReportOptions;

/** For a terminal. */
final class LiveText implements LiveWriter {

    private static final Words WORDS = new Words(new Analysis(List.of(), List.of(), List.of(), false));
    private static final int STORIES = 256;

    private final TextLines lines;
    /** What was told in full lately, and by which reset. */
    private final Map<Story, String> stories = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Story, String> eldest) {
            return size() > STORIES;
        }
    };

    private record Story(String summary, Sender claimed, String server, Boolean effective) {
    }

    LiveText(Appendable out, ReportOptions options) {
        lines = new TextLines(out, options);
    }

    @Override
    public void reset(LiveReset news) throws IOException {
        Reset r = news.reset();
        Verdict v = r.verdict();
        String start = clock(r) + "  " + r.id() + " ";
        String indent = " ".repeat(start.length());
        String known = news.before() != null ? null : stories.putIfAbsent(new Story(v.summary(), r.claimedSender(), r.flow().server().address(), v.effective()), r.id());
        if (known != null) {
            lines.line(start, indent, "as " + known + ": " + WORDS.flow(r), Style.PLAIN);
            return;
        }
        if (r.primary() != null && news.before() == null) {
            lines.line(start, indent, "in consequence of " + r.primary() + ": " + v.summary(), Style.PLAIN);
            return;
        }
        lines.line(start, indent, (news.before() == null ? "" : "is judged anew, by what followed: ") + v.summary(),
                Severity.of(r) == Severity.ERROR ? Style.BOLD_RED : Style.BOLD);
        lines.field("flow", WORDS.flow(r) + ", history " + r.flow().history());
        lines.field("sender", WORDS.sender(v));
        lines.field("cause", WORDS.cause(v));
        lines.field("effect", Words.effect(v));
        if (news.before() == null) {
            lines.list("remedy", v.remedy(), v.remedy().size());
        }
    }

    /** Hours, minutes, seconds (UTC). */
    private static String clock(Reset r) {
        String time = Words.time(r.packets().get(0).time());
        return time.substring(time.indexOf(' ') + 1);
    }

    @Override
    public void summary(LiveAnalysis analysis) throws IOException {
        LiveCounts c = analysis.counts();
        lines.blank();
        lines.line("", "", Words.count(c.packets(), "packet") + ", " + Words.count(c.tcpPackets(), "TCP segment") + ", "
                + Words.count(c.flows(), "TCP flow") + ", " + Words.count(c.resets(), "reset"), Style.BOLD);
        if (c.start() != null) {
            lines.line("", "", Words.time(c.start()) + " to " + Words.time(c.end()) + " UTC", Style.PLAIN);
        }
        lines.line("", "", "lost: " + lost(c), c.losses().kernel() + c.losses().device() + c.untold() > 0 ? Style.YELLOW : Style.PLAIN);
        List<Tally> tallies = analysis.tallies();
        if (tallies.isEmpty()) {
            return;
        }
        lines.blank();
        lines.line("", "", String.format("%9s  %-8s %-12s  %s", "resets", "severity", "sender", "cause"), Style.BOLD);
        for (Tally t : tallies) {
            String start = String.format(Locale.ROOT, "%,9d  %-8s %-12s  ", t.resets(), t.severity().id(), t.sender().id());
            lines.line(start, " ".repeat(start.length()), Words.title(t.cause()), Style.PLAIN);
        }
    }

    private static String lost(LiveCounts c) {
        PacketFeed.Losses l = c.losses();
        String before = !l.known() ? "not told by the capture; no packet here"
                : (l.kernel() == 0 ? "no packet" : Words.count(l.kernel(), "packet")) + " in the kernel's buffer, "
                        + (l.device() == 0 ? "none" : String.format(Locale.ROOT, "%,d", l.device())) + " in the device, none here";
        return before
                + (c.untold() == 0 ? "" : "; " + Words.count(c.untold(), "reset") + " came too fast to be judged and " + (c.untold() == 1 ? "is" : "are")
                        + " counted only");
    }
}
