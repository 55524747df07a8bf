package org.resetscope.firewall.internal.evaluate;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;

/** Bounds the work of judging a rule set, whatever it looks like. */
public final class Budget {

    private static final int BETWEEN_LOOKS = 1 << 14;

    private final IProgressMonitor monitor;
    private long left;

    /** @param comparisons of one set of packets with one rule */
    public Budget(long comparisons, IProgressMonitor monitor) {
        this.left = comparisons;
        this.monitor = monitor;
    }

    /** @return false where nothing is left */
    boolean spend(int comparisons) {
        if (left <= 0) {
            return false;
        }
        long before = left / BETWEEN_LOOKS;
        left -= comparisons;
        if (left / BETWEEN_LOOKS != before && monitor != null && monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
        return true;
    }

    public boolean spent() {
        return left <= 0;
    }
}
