package org.resetscope.core.internal.log;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Times as logs write them, put together from their digits. */
final class Times {

    private static final List<String> MONTHS = List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
    private static final long NANOS = 1_000_000_000L;

    private Times() {
    }

    /**
     * @param month digits, or the English abbreviation
     * @param time as 15:46:18 or 15:46:18.381
     * @param zone as +0100, +01:00, +01, or Z; null for UTC
     * @return nanoseconds since 1970, or null where there is no such time
     */
    static Long of(String year, String month, String day, String time, String zone) {
        try {
            int number = MONTHS.indexOf(month) + 1;
            LocalDateTime date = LocalDateTime.of(Integer.parseInt(year), number > 0 ? number : Integer.parseInt(month), Integer.parseInt(day),
                    Integer.parseInt(time.substring(0, 2)), Integer.parseInt(time.substring(3, 5)), Math.min(59, Integer.parseInt(time.substring(6, 8))));
            String fraction = time.length() > 9 ? (time.substring(9) + "000000000").substring(0, 9) : "0";
            ZoneOffset offset = zone == null ? ZoneOffset.UTC : ZoneOffset.of(zone);
            return Math.addExact(Math.multiplyExact(date.toEpochSecond(offset), NANOS), Long.parseLong(fraction));
        } catch (DateTimeException | NumberFormatException | ArithmeticException e) {
            return null;
        }
    }
}
