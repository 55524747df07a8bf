package org.resetscope.core.report;

import java.util.Map;

/**
 * How a report is to look.
 *
 * @param colour whether ANSI colours may be used
 * @param width columns of the terminal, for formats that wrap
 * @param diagrams id of a reset to the file with its drawing, as a reader of the report finds it; for formats that can point there
 */
public record ReportOptions(boolean colour, int width, Map<String, String> diagrams) {

    public static final ReportOptions PLAIN = new ReportOptions(false, 100);

    public ReportOptions {
        diagrams = Map.copyOf(diagrams);
    }

    public ReportOptions(boolean colour, int width) {
        this(colour, width, Map.of());
    }
}
