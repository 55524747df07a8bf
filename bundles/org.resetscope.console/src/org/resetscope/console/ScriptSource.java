package org.resetscope.console;

/**
 * A script to evaluate.
 *
 * @param name what error messages call it
 * @param text in Groovy
 * @param typed whether it was typed at a prompt: then what it declares ("def x = 1") is there for what is typed next
 */
public record ScriptSource(String name, String text, boolean typed) {

    /** A whole script, whose declarations end with it. */
    public static ScriptSource file(String name, String text) {
        return new ScriptSource(name, text, false);
    }

    /** What was typed at a prompt. */
    public static ScriptSource typed(String text) {
        return new ScriptSource("prompt", text, true);
    }
}
