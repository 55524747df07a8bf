package org.resetscope.core.configuration;

import java.util.function.LongPredicate;

/**
 * What a replay is about.
 *
 * @param capture id of the capture
 * @param point name of its capture point, or null where it stands alone
 * @param resets tells of a frame whether it will be asked for
 */
public record ReplayRequest(String capture, String point, LongPredicate resets, Circumstances circumstances) {
}
