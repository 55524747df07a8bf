package org.resetscope.core.internal.capture;

/** An interface description of a pcapng section: its link and its clock. */
final class PcapngInterface {

    /** What a packet's time is where the clock cannot be turned into nanoseconds of 64 bits. */
    static final long NO_TIME = Long.MIN_VALUE;
    private static final long NANOS = 1_000_000_000L;
    private static final int NANO_DIGITS = 9;
    private static final double LOG10_OF_2 = Math.log10(2);

    final int linkType;
    final int snapLength;
    long ifDrops = -1;
    long osDrops = -1;
    int fractionDigits = 6;

    private boolean binary;
    private int exponent = 6;
    private long multiplier = 1000;
    private long divisor = 1;
    private long offsetSeconds;

    PcapngInterface(int linkType, int snapLength) {
        this.linkType = linkType;
        this.snapLength = snapLength;
    }

    /** if_tsresol: a negative power of ten, or of two where the high bit is set. */
    void resolution(int value) {
        binary = (value & 0x80) != 0;
        exponent = value & 0x7f;
        multiplier = binary || exponent > NANO_DIGITS ? 1 : power(NANO_DIGITS - exponent);
        divisor = binary || exponent <= NANO_DIGITS ? 1 : power(Math.min(18, exponent - NANO_DIGITS));
        fractionDigits = Math.min(NANO_DIGITS, binary ? (int) Math.ceil(exponent * LOG10_OF_2) : exponent);
    }

    /** if_tsoffset: seconds to add to every time. */
    void offset(long seconds) {
        offsetSeconds = seconds;
    }

    private static long power(int exponent) {
        long result = 1;
        for (int i = 0; i < exponent; i++) {
            result *= 10;
        }
        return result;
    }

    /** @param units unsigned @return nanoseconds since 1970, or {@link #NO_TIME} */
    long nanos(long units) {
        if (!binary && divisor == 1 && offsetSeconds == 0 && units >= 0 && units <= Long.MAX_VALUE / multiplier) {
            return units * multiplier;
        }
        long nanos = binary ? fromBinary(units) : fromDecimal(units);
        long shift = offsetSeconds * NANOS;
        long sum = nanos + shift;
        boolean shiftOverflow = Math.multiplyHigh(offsetSeconds, NANOS) != shift >> 63;
        boolean sumOverflow = ((nanos ^ sum) & (shift ^ sum)) < 0;
        return nanos == NO_TIME || shiftOverflow || sumOverflow ? NO_TIME : sum;
    }

    private long fromDecimal(long units) {
        if (divisor > 1) {
            return Long.divideUnsigned(units, divisor);
        }
        return units < 0 || units > Long.MAX_VALUE / multiplier ? NO_TIME : units * multiplier;
    }

    private long fromBinary(long units) {
        if (exponent > 63) {
            return 0;
        }
        long seconds = units >>> exponent;
        long fraction = units - (seconds << exponent);
        if (seconds < 0 || seconds >= Long.MAX_VALUE / NANOS) {
            return NO_TIME;
        }
        // fraction * NANOS fits into 64 unsigned bits once the fraction has 34 at most
        int surplus = Math.max(0, exponent - 34);
        return seconds * NANOS + ((fraction >>> surplus) * NANOS >>> exponent - surplus);
    }
}
