package org.resetscope.core.report;

import java.io.IOException;

import org.resetscope.core.Analysis;

/** Writes an analysis in one format, contributed through the extension point {@code org.resetscope.core.reporters}. */
public interface Reporter {

    /** @param out not closed by this method */
    void write(Analysis analysis, Appendable out, ReportOptions options) throws IOException;
}
