package org.resetscope.console;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.resetscope.core.Analysis;
import org.resetscope.core.CaptureFile;
import org.resetscope.core.Settings;

/** What scripts find open: {@code open} adds to it, {@code captures} and {@code resets} are its contents. */
public interface OpenAnalyses {

    /** In the order opened. */
    List<Analysis> all();

    /** Reads, explains and keeps. What cannot be read is told by the answer, as {@link org.resetscope.core.ResetScope} does. */
    default Analysis open(List<CaptureFile> files, Settings settings, IProgressMonitor monitor) {
        return open(files, settings, List.of(), monitor);
    }

    /** Likewise, with the lines that logs of endpoints and devices have of its resets. */
    Analysis open(List<CaptureFile> files, Settings settings, List<Path> logs, IProgressMonitor monitor);

    /**
     * Adds what logs say of its resets, beside the logs that it has.
     *
     * @return the analysis that is open in its place; where it is not open, nothing is kept
     */
    Analysis join(Analysis analysis, List<Path> logs, IProgressMonitor monitor);

    /** Forgets it; nothing happens where it is not open. */
    void close(Analysis analysis);

    /** Of a session of its own, empty at first. */
    static OpenAnalyses own() {
        return new OwnAnalyses();
    }
}
