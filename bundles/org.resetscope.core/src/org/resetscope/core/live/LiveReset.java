package org.resetscope.core.live;

import org.resetscope.core.model.Reset;

/**
 * A reset of running traffic as it is understood now.
 *
 * @param reset its id and incident are unique within the {@link LiveAnalysis}
 * @param before as it was told before, where what followed changed the verdict; else null
 * @param sinceNanos capture time of the earliest packet that the verdict stands on
 */
public record LiveReset(Reset reset, Reset before, long sinceNanos) {
}
