package org.resetscope.console;

import java.util.List;
import java.util.stream.Collectors;

/** A script could not be understood, failed, or was stopped. The message is for whoever wrote the script; the cause is for debugging. */
public final class ScriptException extends Exception {

    private static final long serialVersionUID = 1;

    private final boolean stopped;
    private final transient List<ScriptProblem> problems;

    private ScriptException(String message, List<ScriptProblem> problems, Throwable cause, boolean stopped) {
        super(message, cause);
        this.problems = problems;
        this.stopped = stopped;
    }

    /** The message tells all of the problems, with their places. */
    public static ScriptException failed(List<ScriptProblem> problems, Throwable cause) {
        return new ScriptException(problems.stream().map(ScriptProblem::text).collect(Collectors.joining("\n")), List.copyOf(problems), cause, false);
    }

    /** For what has no place in a script. */
    public static ScriptException failed(String message, Throwable cause) {
        return new ScriptException(message, List.of(), cause, false);
    }

    /** Of a script that was stopped while it ran. */
    public static ScriptException stopped(Throwable cause) {
        return new ScriptException("stopped", List.of(), cause, true);
    }

    /** What is wrong, and where; none of what was stopped. */
    public List<ScriptProblem> problems() {
        return problems == null ? List.of() : problems;
    }

    /** Whether {@link ScriptSession#stop()} ended it. */
    public boolean stopped() {
        return stopped;
    }
}
