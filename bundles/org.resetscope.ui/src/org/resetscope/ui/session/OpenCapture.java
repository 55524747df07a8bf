package org.resetscope.ui.session;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.resetscope.core.Analysis;
import org.resetscope.core.model.Capture;
import org.resetscope.core.model.FrameRef;
import org.resetscope.core.model.Problem;

/**
 * A capture that the user opened, from the first byte read to the verdicts. Safe to read from any thread; changes are told by
 * {@link OpenCaptures}.
 */
public final class OpenCapture {

    private static final Analysis NOTHING = new Analysis(List.of(), List.of(), List.of(), false);

    private final Path file;
    private volatile Progress progress = Progress.WAITING;
    private volatile Analysis analysis = NOTHING;
    private volatile List<OpenReset> resets = List.of();

    OpenCapture(Path file) {
        this.file = file;
    }

    public Path file() {
        return file;
    }

    /** Last segment of the path. */
    public String name() {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }

    /** The file that holds a frame of this analysis. */
    public Path file(FrameRef frame) {
        return analysis.captures().stream().filter(c -> c.id().equals(frame.capture())).map(c -> Path.of(c.file())).findFirst().orElse(file);
    }

    public Progress progress() {
        return progress;
    }

    /** Empty until something was read. */
    public Analysis analysis() {
        return analysis;
    }

    /** In order of time. */
    public List<OpenReset> resets() {
        return resets;
    }

    /** What the engine tells of the file; null until it was read. */
    public Capture capture() {
        return analysis.captures().isEmpty() ? null : analysis.captures().get(0);
    }

    /** Everything that went wrong, the reason of a failure included. */
    public List<Problem> problems() {
        Progress now = progress;
        List<Problem> told = analysis.captures().stream().flatMap(c -> c.problems().stream()).toList();
        if (now.state() == Progress.State.FAILED && told.stream().noneMatch(p -> p.text().equals(now.reason()))) {
            return List.of(Problem.of("failed", now.reason()));
        }
        return Stream.concat(told.stream(), analysis.problems().stream()).toList();
    }

    void setProgress(Progress progress) {
        this.progress = progress;
    }

    void setAnalysis(Analysis analysis) {
        this.analysis = analysis;
        this.resets = analysis.resets().stream().map(reset -> new OpenReset(this, reset)).toList();
    }

    void clear() {
        setAnalysis(NOTHING);
        progress = Progress.WAITING;
    }
}
