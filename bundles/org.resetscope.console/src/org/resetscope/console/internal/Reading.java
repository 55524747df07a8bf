package org.resetscope.console.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

import org.eclipse.core.runtime.IProgressMonitor;
import org.resetscope.console.OpenAnalyses;
import org.resetscope.console.ScriptOutput;
import org.resetscope.core.Analysis;
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
        return tell(read(monitor, () -> open.open(inputs.files(), inputs.settings(), inputs.logs(), monitor)));
    }

    /** Without keeping it. */
    Analysis analyze(Inputs inputs, IProgressMonitor monitor) {
        return tell(read(monitor, () -> OpenAnalyses.own().open(inputs.files(), inputs.settings(), inputs.logs(), monitor)));
    }

    /** Adds what logs say. */
    Analysis join(Analysis analysis, List<Path> logs, IProgressMonitor monitor) {
        Analysis joined = read(monitor, () -> open.join(analysis, logs, monitor));
        joined.problems().stream().filter(p -> !analysis.problems().contains(p)).forEach(problem -> output.problem(problem.text()));
        return joined;
    }

    private static Analysis read(IProgressMonitor monitor, Supplier<Analysis> engine) {
        Analysis analysis;
        try {
            analysis = engine.get();
        } finally {
            monitor.done();
        }
        Stop.check();
        return analysis;
    }

    private Analysis tell(Analysis analysis) {
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
