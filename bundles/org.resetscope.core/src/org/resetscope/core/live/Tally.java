package org.resetscope.core.live;

import org.resetscope.core.Severity;
import org.resetscope.core.model.Sender;

/** How many resets had a verdict. */
public record Tally(Severity severity, Sender sender, String cause, long resets) {
}
