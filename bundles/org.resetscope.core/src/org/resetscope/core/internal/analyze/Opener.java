package org.resetscope.core.internal.analyze;

import java.util.function.BooleanSupplier;

import org.resetscope.core.capture.CaptureException;
import org.resetscope.core.capture.CaptureInput;

/** Opens a capture by the name that the user gave it. */
@FunctionalInterface
public interface Opener {

    /** As {@link org.resetscope.core.reading.Captures#open}; the caller closes what it gets. */
    CaptureInput open(String file, BooleanSupplier cancelled) throws CaptureException;
}
