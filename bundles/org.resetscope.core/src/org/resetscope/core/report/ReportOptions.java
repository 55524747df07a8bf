package org.resetscope.core.report;

/**
 * How a report is to look.
 *
 * @param colour whether ANSI colours may be used
 * @param width columns of the terminal, for formats that wrap
 */
public record ReportOptions(boolean colour, int width) {

    public static final ReportOptions PLAIN = new ReportOptions(false, 100);
}
