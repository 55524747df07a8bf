package org.resetscope.core.internal.correlate;

/**
 * That a point did not see a reset, and what that is worth.
 *
 * @param decibans for the reset not having passed there, against the capture having missed it
 * @param why the packets or the time that it stands on, to follow "... shows"
 */
record Absence(int decibans, String why) {

    static final Absence NOTHING = new Absence(0, "");
}
