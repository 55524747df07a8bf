package org.resetscope.console;

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
    Analysis open(List<CaptureFile> files, Settings settings, IProgressMonitor monitor);

    /** Forgets it; nothing happens where it is not open. */
    void close(Analysis analysis);

    /** Of a session of its own, empty at first. */
    static OpenAnalyses own() {
        return new OwnAnalyses();
    }
}
