package org.resetscope.console.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.resetscope.console.OpenAnalyses;

/**
 * What a script is connected to while it runs.
 *
 * @param monitor of the work it starts
 */
public record SessionContext(OpenAnalyses open, NotingOutput output, Names names, IProgressMonitor monitor) {
}
