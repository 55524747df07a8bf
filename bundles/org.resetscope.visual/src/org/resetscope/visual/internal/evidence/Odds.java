package org.resetscope.visual.internal.evidence;

import java.util.Locale;

/** How many times likelier, in words that need no logarithm. */
final class Odds {

    private static final double MILLION = 1e6;
    private static final double BILLION = 1e9;

    private Odds() {
    }

    /** @param decibans the sign does not matter: "2.5×", "40×", "3,200×" */
    static String times(int decibans) {
        double factor = Math.pow(10, Math.abs(decibans) / 10.0);
        if (factor >= BILLION) {
            return "more than a billion×";
        }
        if (factor >= MILLION) {
            return String.format(Locale.ROOT, "%.0f million×", factor / MILLION);
        }
        return (factor < 10 ? String.format(Locale.ROOT, "%.1f", factor).replaceFirst("\\.0$", "")
                : String.format(Locale.ROOT, "%,d", twoDigits(factor)).replace(",", "\u00a0")) + "×";
    }

    private static long twoDigits(double factor) {
        long unit = (long) Math.pow(10, Math.floor(Math.log10(factor)) - 1);
        return Math.round(factor / Math.max(1, unit)) * Math.max(1, unit);
    }
}
