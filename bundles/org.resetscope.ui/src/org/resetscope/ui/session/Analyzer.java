package org.resetscope.ui.session;

import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.resetscope.core.Analysis;
import org.resetscope.core.CaptureFile;

/** What explains a capture, or the captures of several points; the engine, or a stand-in for tests. */
@FunctionalInterface
public interface Analyzer {

    Analysis analyze(List<CaptureFile> files, IProgressMonitor monitor);
}
