package org.resetscope.core.internal.correlate;

import java.util.function.Predicate;

import org.resetscope.core.configuration.ReplayAnswer;
import org.resetscope.core.configuration.TransitReplay;
import org.resetscope.core.model.FrameRef;

/** What the rules of devices say of resets. */
public interface DeviceRules {

    /** By what one point shows; null where no device has anything to say. */
    ReplayAnswer answer(FrameRef reset);

    /**
     * Begins to show devices what two points show.
     *
     * @param resets tells of a frame whether it will be asked for
     * @return null where no device has any use for it
     */
    TransitReplay between(Predicate<FrameRef> resets);
}
