package org.resetscope.live.ui.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.resetscope.core.Analysis;
import org.resetscope.core.live.LiveAnalysis;
import org.resetscope.core.live.LiveCounts;
import org.resetscope.core.live.LiveReset;
import org.resetscope.core.live.PacketFeed;
import org.resetscope.core.model.Capture;
import org.resetscope.core.model.Problem;
import org.resetscope.live.RecordedFeed;
import org.resetscope.ui.session.Watcher;

/** Watches one interface, from start to stop: what passes is recorded, so that the other views can show its packets. */
final class Watching implements Watcher {

    /** Of a recording. */
    private static final long MOST_BYTES = 1L << 30;

    private final Sources sources;
    private final String name;
    private final String filter;
    private final Path file;
    private final Consumer<LiveCounts> counts;
    private final Consumer<String> notes;

    /**
     * @param file to record to
     * @param counts told twice a second, {@code notes} what the user should know; both on any thread
     */
    Watching(Sources sources, String name, String filter, Path file, Consumer<LiveCounts> counts, Consumer<String> notes) {
        this.sources = sources;
        this.name = name;
        this.filter = filter;
        this.file = file;
        this.counts = counts;
        this.notes = notes;
    }

    @Override
    public Analysis watch(Consumer<Analysis> soFar, IProgressMonitor monitor) {
        AtomicBoolean news = new AtomicBoolean();
        try {
            Files.createDirectories(file.getParent());
            Recordings.tidy();
            try (PacketFeed feed = new RecordedFeed(sources.open(name, filter, notes), file, MOST_BYTES)) {
                LiveAnalysis[] running = new LiveAnalysis[1];
                running[0] = new LiveAnalysis(feed, List.of(), new LiveAnalysis.Listener() {
                    @Override
                    public void told(LiveReset reset) {
                        news.set(true);
                    }

                    @Override
                    public void counted(LiveCounts now) {
                        counts.accept(now);
                        if (news.getAndSet(false)) {
                            soFar.accept(running[0].soFar());
                        }
                    }
                });
                running[0].run(0, monitor::isCanceled);
                Analysis all = running[0].soFar();
                all.captures().get(0).problems().forEach(problem -> notes.accept(problem.text()));
                return all;
            }
        } catch (IOException e) {
            notes.accept(e.getMessage());
            return new Analysis(List.of(new Capture("c1", null, file.toString(), null, 0, 0, 0, 0, 0, null, null,
                    List.of(Problem.of("live", e.getMessage())))), List.of(), List.of(), false);
        }
    }
}
