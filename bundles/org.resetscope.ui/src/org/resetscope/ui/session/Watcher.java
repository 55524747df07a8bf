package org.resetscope.ui.session;

import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.resetscope.core.Analysis;

/** Explains traffic that goes on. */
@FunctionalInterface
public interface Watcher {

    /**
     * @param soFar takes what is known, now and then
     * @param monitor cancelled to end it
     * @return what is known at the end
     */
    Analysis watch(Consumer<Analysis> soFar, IProgressMonitor monitor);
}
