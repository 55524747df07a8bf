package org.resetscope.core.internal.correlate;

/**
 * That a point did not see a reset, and what that is worth.
 *
 * @param strength how sure it is that the reset did not pass there, rather than that the capture missed it
 * @param why the packets or the time that it stands on, to follow "... shows"
 */
record Absence(Strength strength, String why) {

    static final Absence NOTHING = new Absence(Strength.NONE, "");

    /** Weakest first. */
    enum Strength {
        /** The capture says nothing about it. */
        NONE("points.unseen"),
        /** It may have been started later. */
        STARTED("points.absent.started"),
        /** It fell silent, or loses packets. */
        PLAUSIBLE("points.absent.plausible"),
        LIKELY("points.absent.likely"),
        SURE("points.absent.sure");

        private final String signal;

        Strength(String signal) {
            this.signal = signal;
        }

        String signal() {
            return signal;
        }

        Strength atMost(Strength other) {
            return compareTo(other) <= 0 ? this : other;
        }
    }
}
