package org.resetscope.cli.internal;

import java.io.PrintStream;

import org.resetscope.core.Analysis;
import org.resetscope.core.model.Capture;
import org.resetscope.core.model.Problem;

/** Tells on standard error what was wrong with inputs and plug-ins. */
final class Diagnostics {

    /** More would drown what matters when thousands of captures are read; the report holds all of them. */
    private static final int MOST = 20;

    private final PrintStream err;
    private int told;

    Diagnostics(PrintStream err) {
        this.err = err;
    }

    void tell(Analysis analysis) {
        if (analysis.cancelled()) {
            err.println("resetscope: cancelled: the report holds what was read until then");
        }
        for (Problem problem : analysis.problems()) {
            tell(problem.text());
        }
        for (Capture capture : analysis.captures()) {
            for (Problem problem : capture.problems()) {
                // most of these sentences name the file themselves
                tell(problem.text().contains(capture.file()) ? problem.text() : capture.file() + ": " + problem.text());
            }
        }
        if (told > MOST) {
            err.println("resetscope: and " + (told - MOST) + " more problems, all of them in the report");
        }
    }

    private void tell(String text) {
        if (++told <= MOST) {
            err.println("resetscope: " + text.replaceAll("[\\p{Cntrl}&&[^\\t]]", "?"));
        }
    }
}
