package org.resetscope.console;

/**
 * What is wrong at one place of a script.
 *
 * @param script its name
 * @param line from 1; 0 where it is not known
 * @param column from 1; 0 where it is not known
 * @param message without the place
 */
public record ScriptProblem(String script, int line, int column, String message) {

    /** With the place before it: {@code by-cause.groovy:3: ...}. */
    public String text() {
        return script + ":" + (line > 0 ? line + ":" : "") + (column > 0 ? column + ":" : "") + " " + message;
    }
}
