package org.resetscope.core.report;

import java.util.List;

import org.resetscope.core.Analysis;

/** Adds to the reports for people, contributed through the extension point {@code org.resetscope.core.reportSections}. */
public interface ReportSection {

    /** @return paragraphs of plain text, a handful at most; empty where there is nothing to say */
    List<String> lines(Analysis analysis);
}
