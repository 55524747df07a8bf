package org.resetscope.console.internal;

import java.io.FileNotFoundException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.codehaus.groovy.runtime.InvokerInvocationException;
import org.codehaus.groovy.syntax.SyntaxException;
import org.resetscope.console.ScriptException;
import org.resetscope.console.ScriptProblem;

import groovy.lang.Closure;
import groovy.lang.MissingMethodException;
import groovy.lang.MissingPropertyException;

/** Says what went wrong in a script, and in which line, without the machinery between. */
final class ScriptErrors {

    private static final int MOST_ERRORS = 5;

    private final ScriptCompiler compiler;

    ScriptErrors(ScriptCompiler compiler) {
        this.compiler = compiler;
    }

    /** @param shown name of the script that was to run */
    ScriptException of(Throwable thrown, String shown) {
        if (thrown instanceof MultipleCompilationErrorsException errors) {
            return ScriptException.failed(syntax(errors, shown), thrown);
        }
        Throwable reason = thrown;
        while ((reason instanceof InvokerInvocationException || reason instanceof InvocationTargetException
                || reason instanceof UndeclaredThrowableException) && reason.getCause() != null) {
            reason = reason.getCause();
        }
        return ScriptException.failed(List.of(problem(reason, shown)), thrown);
    }

    static List<ScriptProblem> syntax(MultipleCompilationErrorsException errors, String shown) {
        List<ScriptProblem> problems = new ArrayList<>();
        for (Object message : errors.getErrorCollector().getErrors()) {
            if (message instanceof SyntaxErrorMessage syntax && problems.size() < MOST_ERRORS) {
                SyntaxException e = syntax.getCause();
                problems.add(new ScriptProblem(shown, e.getLine(), e.getStartColumn(), own(e.getOriginalMessage()).strip()));
            }
        }
        return problems.isEmpty() ? List.of(new ScriptProblem(shown, 0, 0, errors.getMessage())) : problems;
    }

    /** At the innermost line of a script of this session. */
    private ScriptProblem problem(Throwable reason, String shown) {
        for (StackTraceElement element : reason.getStackTrace()) {
            String name = compiler.shownName(element.getFileName());
            if (name != null && element.getLineNumber() > 0) {
                return new ScriptProblem(name, element.getLineNumber(), 0, words(reason));
            }
        }
        return new ScriptProblem(shown, 0, 0, words(reason));
    }

    private static String words(Throwable reason) {
        String message = reason.getMessage();
        if (reason instanceof MissingMethodException missing) {
            return missing(missing);
        }
        if (reason instanceof MissingPropertyException missing) {
            return own("there is no '" + missing.getProperty() + "'"
                    + (scriptClass(missing.getType()) ? "" : " in a " + missing.getType().getSimpleName())) + solutions(message);
        }
        if (reason instanceof VerbException || reason instanceof AssertionError && message != null) {
            return own(message);
        }
        if (reason instanceof NoSuchFileException || reason instanceof FileNotFoundException && message != null) {
            return "no such file: " + message.replace(" (No such file or directory)", "");
        }
        if (reason instanceof StackOverflowError) {
            return "it calls itself without end";
        }
        return reason.getClass().getSimpleName() + (message == null ? "" : ": " + own(message));
    }

    private static String missing(MissingMethodException missing) {
        StringBuilder types = new StringBuilder();
        for (Object argument : missing.getArguments()) {
            types.append(types.length() == 0 ? "" : ", ").append(typeName(argument));
        }
        return "there is no " + missing.getMethod() + "(" + own(types.toString()) + ")"
                + (scriptClass(missing.getType()) ? "" : " in a " + missing.getType().getSimpleName());
    }

    /** As people name it: which list of Java's it is does not matter. */
    private static String typeName(Object value) {
        return value == null ? "null" : value instanceof CharSequence ? "String" : value instanceof List ? "List" : value instanceof Map ? "Map"
                : value instanceof Closure ? "Closure" : value.getClass().getSimpleName();
    }

    private static boolean scriptClass(Class<?> type) {
        return type != null && SessionScript.class.isAssignableFrom(type);
    }

    private static String solutions(String message) {
        int at = message == null ? -1 : message.indexOf("Possible solutions: ");
        return at < 0 ? "" : "; perhaps: " + message.substring(at + "Possible solutions: ".length()).strip();
    }

    /** Takes out the names that the compiler gave to classes of scripts. */
    private static String own(String message) {
        return message == null ? "" : message.replaceAll("\\bScript_\\d+(\\$_\\w+)*\\.?", "").replaceAll(" @ line \\d+, column \\d+\\.", "");
    }
}
