package org.resetscope.ui.session;

import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.resetscope.core.Analysis;

/** What explains a capture, or the captures of several points; the engine, or a stand-in for tests. */
@FunctionalInterface
public interface Analyzer {

    /** @param soFar told now and then, on the calling thread, what is known until then */
    Analysis analyze(Input input, IProgressMonitor monitor, Consumer<Analysis> soFar);
}
