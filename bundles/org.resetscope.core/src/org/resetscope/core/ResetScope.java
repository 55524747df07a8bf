package org.resetscope.core;

import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;

/**
 * The front door of the engine: what command line, console and workbench all call. Thread-safe; one instance serves many analyses.
 */
public final class ResetScope {

    /**
     * Reads captures and explains every TCP reset in them. Bad input is reported in the result, not thrown.
     *
     * @param files each an independent capture, unless {@link Settings#join()} says otherwise
     * @param monitor told the bytes read as work done; cancelling it gives a partial analysis marked as such; may be null
     */
    public Analysis analyze(List<CaptureFile> files, Settings settings, IProgressMonitor monitor) {
        throw new UnsupportedOperationException("under construction");
    }
}
