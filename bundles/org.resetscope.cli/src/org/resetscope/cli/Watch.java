package org.resetscope.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.eclipse.core.runtime.IProgressMonitor;
import org.resetscope.core.Severity;
import org.resetscope.core.device.DeviceProfile;
import org.resetscope.core.live.LiveAnalysis;
import org.resetscope.core.live.LiveCounts;
import org.resetscope.core.live.LiveReset;
import org.resetscope.core.live.LiveWriter;
import org.resetscope.core.live.PacketFeed;
import org.resetscope.core.model.Capture;
import org.resetscope.core.model.Problem;
import org.resetscope.core.model.Reset;
import org.resetscope.core.report.ReportOptions;

/** Watches running traffic for a command: writes resets to standard output as they are told, and a summary when it is stopped. */
public final class Watch {

    private final CommandContext context;
    private final WatchOptions limits;
    private final boolean json;
    private final Predicate<Reset> wanted;
    private final Severity lowest;
    private IOException unwritable;
    private boolean found;

    /**
     * @param json objects, a line each, instead of text for people
     * @param wanted resets that are written
     * @param lowest severity of one that makes the exit code {@link ExitCodes#FINDINGS}, or null
     */
    public Watch(CommandContext context, WatchOptions limits, boolean json, Predicate<Reset> wanted, Severity lowest) {
        this.context = context;
        this.limits = limits;
        this.json = json;
        this.wanted = wanted;
        this.lowest = lowest;
    }

    /**
     * Watches until the feed ends, a limit is reached, or Ctrl+C is pressed.
     *
     * @param feed stays open
     * @param also told each reset, whether it is written or not
     * @return one of {@link ExitCodes}: that the user ended it, is no failure
     * @throws IOException where standard output cannot be written
     */
    public int run(PacketFeed feed, List<DeviceProfile> devices, Consumer<LiveReset> also) throws IOException {
        long most = limits.count();
        long seconds = limits.seconds();
        Writer out = new OutputStreamWriter(context.out(), (json ? StandardCharsets.UTF_8 : context.charset()).newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.REPLACE));
        boolean colour = context.terminal() && System.getenv("NO_COLOR") == null;
        LiveWriter writer = json ? LiveWriter.json(out) : LiveWriter.text(out, new ReportOptions(colour, context.width()));
        LiveAnalysis analysis = context.cancellable(monitor -> {
            LiveAnalysis live = new LiveAnalysis(feed, devices, listener(feed.name(), monitor, writer, out, also));
            long began = System.nanoTime();
            live.run(most, () -> monitor.isCanceled() || unwritable != null
                    || TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began) >= seconds);
            return live;
        });
        if (unwritable != null) {
            throw unwritable;
        }
        writer.summary(analysis);
        out.flush();
        Capture capture = analysis.soFar().captures().get(0);
        List<Problem> failed = analysis.soFar().problems();
        capture.problems().forEach(this::tell);
        failed.forEach(this::tell);
        boolean nothing = !capture.readable() && !capture.problems().isEmpty();
        return nothing ? ExitCodes.UNREADABLE : !capture.problems().isEmpty() || !failed.isEmpty() ? ExitCodes.PARTIAL
                : found ? ExitCodes.FINDINGS : ExitCodes.OK;
    }

    private void tell(Problem problem) {
        context.err().println("resetscope: " + problem.text().replaceAll("[\\p{Cntrl}&&[^\\t]]", "?"));
    }

    private LiveAnalysis.Listener listener(String name, IProgressMonitor monitor, LiveWriter writer, Writer out, Consumer<LiveReset> also) {
        return new LiveAnalysis.Listener() {
            @Override
            public synchronized void told(LiveReset news) {
                also.accept(news);
                if (!wanted.test(news.reset()) || unwritable != null) {
                    return;
                }
                found |= lowest != null && Severity.of(news.reset()).compareTo(lowest) >= 0;
                monitor.done(); // off the line that the report is written to
                try {
                    writer.reset(news);
                    out.flush();
                } catch (IOException e) {
                    unwritable = e;
                }
            }

            @Override
            public synchronized void counted(LiveCounts c) {
                String lost = c.losses().known() ? String.format(Locale.ROOT, ", %,d packets lost", c.losses().kernel() + c.losses().device()) : "";
                monitor.subTask(String.format(Locale.ROOT, "%s: %,d packets, %,d resets%s; Ctrl+C ends it", name, c.packets(), c.resets(), lost));
            }
        };
    }
}
