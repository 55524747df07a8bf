package org.resetscope.console.internal;

import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.resetscope.console.OpenAnalyses;
import org.resetscope.console.ScriptOutput;
import org.resetscope.core.Analysis;
import org.resetscope.core.CaptureFile;
import org.resetscope.core.ResetScope;
import org.resetscope.core.Settings;
import org.resetscope.core.model.Capture;
import org.resetscope.core.model.Problem;

/** Reads captures for scripts: what cannot be read fails the script, smaller troubles are told. */
final class Reading {

    private static final int MOST_PROBLEMS = 5;

    private final OpenAnalyses open;
    private final ScriptOutput output;

    Reading(OpenAnalyses open, ScriptOutput output) {
        this.open = open;
        this.output = output;
    }

    Analysis open(Inputs inputs, IProgressMonitor monitor) {
        return read(inputs, monitor, open::open);
    }

    /** Without keeping it. */
    Analysis analyze(Inputs inputs, IProgressMonitor monitor) {
        return read(inputs, monitor, new ResetScope()::analyze);
    }

    @FunctionalInterface
    private interface Engine {
        Analysis read(List<CaptureFile> files, Settings settings, IProgressMonitor monitor);
    }

    private Analysis read(Inputs inputs, IProgressMonitor monitor, Engine engine) {
        Analysis analysis;
        try {
            analysis = engine.read(inputs.files(), inputs.settings(), monitor);
        } finally {
            monitor.done();
        }
        Stop.check();
        for (Capture capture : analysis.captures()) {
            if (!capture.readable()) {
                throw new VerbException(capture.problems().isEmpty() ? capture.file() + " cannot be read"
                        : words(capture, capture.problems().get(0)));
            }
        }
        analysis.problems().forEach(problem -> output.problem(problem.text()));
        for (Capture capture : analysis.captures()) {
            capture.problems().stream().limit(MOST_PROBLEMS).forEach(problem -> output.problem(words(capture, problem)));
            int more = capture.problems().size() - MOST_PROBLEMS;
            if (more > 0) {
                output.problem(capture.file() + ": and " + more + " more problems");
            }
        }
        return analysis;
    }

    private static String words(Capture capture, Problem problem) {
        return problem.text().contains(capture.file()) ? problem.text() : capture.file() + ": " + problem.text();
    }
}
