package org.resetscope.core.internal.correlate;

import java.util.function.Predicate;

import org.resetscope.core.configuration.ReplayAnswer;
import org.resetscope.core.configuration.TransitReplay;
import org.resetscope.core.internal.path.Stretch;
import org.resetscope.core.model.FrameRef;

/** What the rules of devices say of resets. */
public interface DeviceRules {

    /**
     * By what one point shows.
     *
     * @param where whatever made the reset stands: devices elsewhere are not asked
     * @return null where no device has anything to say
     */
    ReplayAnswer answer(FrameRef reset, Stretch where);

    /**
     * Begins to show devices what two points show.
     *
     * @param resets tells of a frame whether it will be asked for
     * @param where the points are: devices elsewhere are shown nothing
     * @return null where no device has any use for it
     */
    TransitReplay between(Predicate<FrameRef> resets, Stretch where);
}
