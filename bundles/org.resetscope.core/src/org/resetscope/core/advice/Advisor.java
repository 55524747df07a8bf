package org.resetscope.core.advice;

import java.util.List;

import org.resetscope.core.Analysis;

/** Knows what would have prevented resets, contributed through the extension point {@code org.resetscope.core.advisors}. */
public interface Advisor {

    /** @return empty where it knows nothing; the most resets first */
    List<Advice> advise(Analysis analysis);
}
