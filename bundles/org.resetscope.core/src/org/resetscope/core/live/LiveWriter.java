package org.resetscope.core.live;

import java.io.IOException;

import org.resetscope.core.report.ReportOptions;

/** Writes resets as they are told, and what there was in all. */
public interface LiveWriter {

    /**
     * Writes one as it is told.
     *
     * @throws IOException where it cannot be written
     */
    void reset(LiveReset reset) throws IOException;

    /** To be called when the analysis has ended. */
    void summary(LiveAnalysis analysis) throws IOException;

    /** For people: a few lines for each reset, one for each that tells the same story again. */
    static LiveWriter text(Appendable out, ReportOptions options) {
        return new LiveText(out, options);
    }

    /**
     * For machines: an object a line. "event" is reset, revised (the same id again, with another verdict), or summary; the other fields of
     * the first two are those of a reset in a report of schema resetscope.report/1.
     */
    static LiveWriter json(Appendable out) {
        return new LiveJson(out);
    }
}
