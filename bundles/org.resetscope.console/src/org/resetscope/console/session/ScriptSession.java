package org.resetscope.console.session;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.resetscope.console.Completion;
import org.resetscope.console.OpenAnalyses;
import org.resetscope.console.ScriptException;
import org.resetscope.console.ScriptOutput;
import org.resetscope.console.ScriptProblem;
import org.resetscope.console.ScriptSource;
import org.resetscope.console.internal.Completer;
import org.resetscope.console.internal.Evaluator;
import org.resetscope.console.internal.Shape;
import org.resetscope.console.internal.SyntaxCheck;
import org.resetscope.core.Analysis;
import org.resetscope.core.device.DeviceProfile;
import org.resetscope.core.device.DeviceProfiles;
import org.resetscope.core.model.Capture;
import org.resetscope.core.model.Flow;
import org.resetscope.core.model.Reset;

/**
 * Evaluates scripts, one at a time, on the thread that asks; variables last from one to the next. Nothing runs but what is asked for.
 * {@link #stop()} may be called from any thread.
 */
public final class ScriptSession {

    private final Evaluator evaluator;

    /** @param open what scripts find open, and add to */
    public ScriptSession(OpenAnalyses open, ScriptOutput output) {
        evaluator = new Evaluator(open, output);
        evaluator.names().compute("captures", Shape.listOf(Capture.class),
                () -> open.all().stream().map(Analysis::captures).<Capture>flatMap(List::stream).toList());
        evaluator.names().compute("resets", Shape.listOf(Reset.class),
                () -> open.all().stream().map(Analysis::resets).<Reset>flatMap(List::stream).toList());
        evaluator.names().compute("flows", Shape.listOf(Flow.class),
                () -> open.all().stream().map(Analysis::resets).<Reset>flatMap(List::stream).map(Reset::flow).distinct().toList());
        evaluator.names().compute("routers", Shape.listOf(DeviceProfile.class), () -> DeviceProfiles.read().all());
        bind("args", List.of());
    }

    /** Gives scripts a variable. */
    public void bind(String name, Object value) {
        evaluator.names().setVariable(name, value);
    }

    /**
     * Gives scripts a variable that is asked for at each use; one that a script assigns stands before it.
     *
     * @param type of the values
     */
    public void bind(String name, Class<?> type, Supplier<?> value) {
        evaluator.names().compute(name, Shape.of(type), value);
    }

    /**
     * Evaluates a script and shows its value: a table always, anything else unless the script has printed something itself.
     *
     * @param monitor as in {@link #evaluate}
     * @throws ScriptException with a message for whoever wrote the script
     */
    public void run(ScriptSource script, IProgressMonitor monitor) throws ScriptException {
        evaluator.evaluate(script, orNone(monitor), true);
    }

    /**
     * Evaluates a script.
     *
     * @param monitor told of the progress of analyses; cancelling it stops the script; may be null
     * @return the value of its last line
     */
    public Object evaluate(ScriptSource script, IProgressMonitor monitor) throws ScriptException {
        return evaluator.evaluate(script, orNone(monitor), false);
    }

    /** What may stand at the cursor of a script that is being typed; evaluates nothing. On any thread. */
    public Completion complete(String script, int cursor) {
        return new Completer(evaluator.names()).at(script, cursor);
    }

    /** What scripts can do by name, such as "open" and "table". */
    public static Set<String> verbs() {
        return Completer.verbs();
    }

    /** What the language does not allow in a script; evaluates nothing. On any thread. */
    public static List<ScriptProblem> check(ScriptSource script) {
        return SyntaxCheck.of(script);
    }

    private static IProgressMonitor orNone(IProgressMonitor monitor) {
        return monitor == null ? new NullProgressMonitor() : monitor;
    }

    /** Ends the script that is being evaluated, if there is one: within moments, unless it waits in foreign code. */
    public void stop() {
        evaluator.stop();
    }
}
