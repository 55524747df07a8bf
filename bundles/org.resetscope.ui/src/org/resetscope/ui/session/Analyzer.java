package org.resetscope.ui.session;

import org.eclipse.core.runtime.IProgressMonitor;
import org.resetscope.core.Analysis;

/** What explains a capture, or the captures of several points; the engine, or a stand-in for tests. */
@FunctionalInterface
public interface Analyzer {

    Analysis analyze(Input input, IProgressMonitor monitor);
}
