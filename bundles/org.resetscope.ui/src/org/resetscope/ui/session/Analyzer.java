package org.resetscope.ui.session;

import org.eclipse.core.runtime.IProgressMonitor;
import org.resetscope.core.Analysis;
import org.resetscope.core.CaptureFile;

/** What explains one capture; the engine, or a stand-in for tests. */
@FunctionalInterface
public interface Analyzer {

    Analysis analyze(CaptureFile file, IProgressMonitor monitor);
}
