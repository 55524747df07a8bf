package org.resetscope.core.internal.correlate;

/**
 * Two connections, seen at two points, that may be one.
 *
 * @param aligned whether the low end of one is the low end of the other
 * @param lowShift what to add to a sequence number of {@code a}'s low end to get the one that {@code b} saw; {@code highShift} likewise.
 *        Not 0 where a device between gives connections other initial sequence numbers.
 * @param decibans how much the agreement speaks for one connection
 */
record FlowPair(SurveyedFlow a, SurveyedFlow b, boolean aligned, int lowShift, int highShift, int decibans) {

    SurveyedEnd ofB(boolean aLow) {
        return b.end(aLow == aligned);
    }
}
