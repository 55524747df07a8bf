package org.resetscope.core.report;

import java.util.Map;

/**
 * How a report is to look.
 *
 * @param colour whether ANSI colours may be used
 * @param width columns of the terminal, for formats that wrap
 * @param diagrams id of a reset to the file with its drawing, as a reader of the report finds it; for formats that can point there
 * @param drawings for formats that can hold them
 * @param table which one, for formats that hold a single table
 */
public record ReportOptions(boolean colour, int width, Map<String, String> diagrams, Drawings drawings, Table table) {

    /** Without colours, for 100 columns. */
    public static final ReportOptions PLAIN = new ReportOptions(false, 100);

    /** What the rows of a table are. */
    public enum Table {
        /** A reset each. */
        RESETS,
        /** An address each. */
        HOSTS,
        /** A server's address and port each. */
        SERVICES,
        /** A cause each. */
        CAUSES,
        /** A stretch of time each. */
        TIMES
    }

    public ReportOptions {
        diagrams = Map.copyOf(diagrams);
    }

    /** Without drawings; tables are of resets. */
    public ReportOptions(boolean colour, int width) {
        this(colour, width, Map.of(), Drawings.NONE, Table.RESETS);
    }

    /** The same with drawings for formats that hold them. */
    public ReportOptions with(Drawings some) {
        return new ReportOptions(colour, width, diagrams, some, table);
    }

    /** The same with another table. */
    public ReportOptions with(Table other) {
        return new ReportOptions(colour, width, diagrams, drawings, other);
    }
}
